package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A ledger of the pure rules and three maps: what every store must agree with. */
public final class PureLedger {

    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final Map<AccountId, List<LedgerEntry>> histories = new HashMap<>();
    private final Map<IdempotencyKey, LedgerEntry> entries = new HashMap<>();
    private final Books books = new AsBooks();
    private final Function<AccountId, Digest> salts;

    /** A ledger with the salts of {@link Salts}. */
    public PureLedger() {
        this(Salts::of);
    }

    PureLedger(Function<AccountId, Digest> salts) {
        this.salts = salts;
    }

    /** Books one operation. */
    public Outcome apply(Operation operation, Instant now) {
        Decision decision = LedgerRules.decide(books, operation, now);
        take(decision.accounts(), decision.entries());
        return decision.outcome();
    }

    /** Books what is due by itself. */
    public void settle(AccountId id, Instant now) {
        Settlement settlement = LedgerRules.settle(account(id), now);
        take(settlement.entries().isEmpty() ? List.of() : List.of(settlement.account()), settlement.entries());
    }

    /** Books a whole history. */
    static PureLedger of(List<Histories.Request> requests) {
        PureLedger ledger = new PureLedger();
        ledger.applyAll(requests);
        return ledger;
    }

    void applyAll(List<Histories.Request> requests) {
        requests.forEach(request -> Answers.of(() -> apply(request.operation(), request.now())));
    }

    /** Begins with accounts that no history led to. */
    static PureLedger with(Account... known) {
        PureLedger ledger = new PureLedger();
        ledger.take(List.of(known), List.of());
        return ledger;
    }

    /** Begins with an account and its history. */
    static PureLedger of(Account account, List<LedgerEntry> history) {
        PureLedger ledger = new PureLedger();
        ledger.take(List.of(account), history);
        return ledger;
    }

    /** {@return the account} */
    public Account account(AccountId id) {
        return accounts.getOrDefault(id, Account.unused(id));
    }

    /** {@return its entries, oldest first} */
    public List<LedgerEntry> history(AccountId id) {
        return histories.getOrDefault(id, List.of());
    }

    static Verification verify(Account account, List<LedgerEntry> history) {
        HistoryCheck check = new HistoryCheck(account);
        history.forEach(check::accept);
        return check.finish(account);
    }

    private void take(List<Account> changed, List<LedgerEntry> booked) {
        changed.forEach(account -> accounts.put(account.id(), account));
        for (LedgerEntry entry : booked) {
            histories.computeIfAbsent(entry.account(), id -> new ArrayList<>()).add(entry);
            entries.put(entry.key(), entry);
        }
    }

    private final class AsBooks implements Books {

        @Override
        public Account account(AccountId id) {
            return accounts.getOrDefault(id, Account.unused(id).withSalt(salts.apply(id)));
        }

        @Override
        public Optional<LedgerEntry> entry(IdempotencyKey key) {
            return Optional.ofNullable(entries.get(key));
        }
    }
}
