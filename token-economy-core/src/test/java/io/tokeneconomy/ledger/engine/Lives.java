package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Adjustment;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Capture;
import io.tokeneconomy.ledger.Clawback;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.Closure;
import io.tokeneconomy.ledger.Configuration;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.ExtendHold;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.MeterRate;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Reinstatement;
import io.tokeneconomy.ledger.Release;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.Transfer;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.rules.Settlement;
import io.tokeneconomy.ledger.store.Bookkeeper;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Random lives of three accounts: every operation there is, sweeps, and a clock that jumps both ways. */
public final class Lives extends DomainContextBase {

    /** When lives begin. */
    public static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private static final Audit AUDIT = new Audit("tester", "=1+1, \"why\" not");

    /**
     * One move.
     *
     * @param kind what happens
     * @param account whose account
     * @param amount how many tokens
     * @param seconds a lifetime
     * @param clock how far the clock moves before
     * @param pick which earlier thing is meant
     */
    public record Move(int kind, int account, long amount, int seconds, int clock, int pick) {}

    /** Up to sixty moves. */
    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Move> move = Combinators.combine(
                        Arbitraries.integers().between(0, 25),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs().between(1, 60),
                        Arbitraries.integers().between(1, 200),
                        Arbitraries.integers().between(-10, 60),
                        Arbitraries.integers().between(0, 1_000))
                .as(Move::new);
        return move.list().ofMinSize(1).ofMaxSize(60).withoutEdgeCases();
    }

    private final String name;
    private final LedgerStore store;
    private final Bookkeeper books;
    private final List<IdempotencyKey> holds = new ArrayList<>();
    private final List<IdempotencyKey> credits = new ArrayList<>();
    private Instant now = START;
    private int count;

    /** For jqwik. */
    public Lives() {
        this("unused", io.tokeneconomy.ledger.store.memory.MemoryLedgerStore.create());
    }

    /**
     * @param name makes accounts and keys unique
     * @param store where to book
     */
    public Lives(String name, LedgerStore store) {
        this.name = name;
        this.store = store;
        this.books = new Bookkeeper(store);
    }

    /** Lives a whole life. */
    public Lives live(List<Move> moves) {
        moves.forEach(this::live);
        return this;
    }

    /** {@return the accounts} */
    public List<AccountId> accounts() {
        return List.of(account(0), account(1), account(2));
    }

    /** {@return the latest time} */
    public Instant now() {
        return now;
    }

    /** Makes one move. */
    public void live(Move move) {
        now = now.plusSeconds(move.clock());
        AccountId account = account(move.account());
        if (move.kind() == 25) {
            sweep(account);
            return;
        }
        IdempotencyKey key = IdempotencyKey.of(name + "-" + ++count);
        books.apply(operation(move, account, key), now);
    }

    private void sweep(AccountId account) {
        store.update(Scope.NOTHING.account(account), before -> {
            Settlement due = LedgerRules.settle(before.account(account), now);
            return due.entries().isEmpty() ? Changes.none("") : Changes.none("").booking(due.account(), due.entries());
        });
    }

    private AccountId account(int number) {
        return AccountId.of(name + "-" + number);
    }

    private Operation operation(Move move, AccountId account, IdempotencyKey key) {
        if (move.kind() < 9) {
            return credit(move, account, key);
        }
        if (move.kind() < 18) {
            return use(move, account, key);
        }
        return other(move, account, key);
    }

    private Operation credit(Move move, AccountId account, IdempotencyKey key) {
        credits.add(key);
        long amount = move.amount();
        Details details = Details.NONE.withReference("r-" + move.pick() % 3).withMetadata(Map.of("k", "v,\"\n".trim()));
        if (move.kind() == 0) {
            PurchaseDetails sale = new PurchaseDetails("ord", "pack", Money.of(499, "usd"), "cs_1", null, "cus_1");
            return new Purchase(account, amount, key, sale, details);
        }
        Funding funding = move.pick() % 2 == 0 ? Funding.FREE : Funding.PAID;
        Instant latest = books.account(account).lastEntryAt();
        Instant expiresAt = (latest.isAfter(now) ? latest : now).plusSeconds(move.seconds());
        return new Grant(account, amount, key, new LotTerms(move.kind() == 1 ? null : expiresAt, 0, funding), details);
    }

    private Operation use(Move move, AccountId account, IdempotencyKey key) {
        IdempotencyKey hold = holds.isEmpty() ? key : holds.get(move.pick() % holds.size());
        return switch (move.kind()) {
            case 9, 10, 11 -> {
                holds.add(key);
                yield PlaceHold.of(account, move.amount() / 2 + 1, key, Duration.ofSeconds(move.seconds()));
            }
            case 12 -> Capture.of(account, hold, move.amount() / 4 + 1, key);
            case 13 -> Capture.of(account, hold, move.amount() / 4 + 1, key).keepingRest();
            case 14 -> Capture.of(account, hold, move.amount(), key).exceeding();
            case 15 -> Release.of(account, hold, key);
            case 16 -> ExtendHold.of(account, hold, Duration.ofSeconds(move.seconds()), key);
            default -> MeteredSpend.of(account, "words", move.amount() * 70, new MeterRate(1, 1_000), key);
        };
    }

    private Operation other(Move move, AccountId account, IdempotencyKey key) {
        IdempotencyKey source = credits.isEmpty() ? key : credits.get(move.pick() % credits.size());
        return switch (move.kind()) {
            case 18 -> new Clawback(account, source, move.amount(), key, ClawbackPolicy.DEBT, Details.NONE);
            case 19 -> new Reinstatement(account, source, move.amount(), key, Details.NONE);
            case 20 -> Transfer.of(account, account((move.account() + 1) % 3), move.amount() / 3 + 1, key);
            case 21 -> new Adjustment(account, move.pick() % 2 == 0 ? move.amount() : -move.amount(), key, AUDIT);
            case 22 -> new Configuration(account, new AccountSettings(AccountStatus.OPEN, 40, List.of()), key, AUDIT);
            case 23 ->
                move.pick() % 4 == 0
                        ? new Closure(account, key, AUDIT)
                        : Spend.of(account, move.amount(), key).by("bob");
            default -> Spend.of(account, move.amount(), key).withDescription("+1, \"quoted\"");
        };
    }
}
