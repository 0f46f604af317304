package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Spend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Random histories: grants, purchases and spends of two accounts, repeated and misused keys, a clock that jumps. */
public final class Histories extends DomainContextBase {

    private static final Instant START = Instant.parse("2026-11-22T10:15:30.123456789Z");

    /** An operation and the time at which it is asked for. */
    public record Request(Operation operation, Instant now) {}

    /** Up to thirty steps. Without jqwik's edge cases, which would nearly all be histories of a single step. */
    @Provide
    Arbitrary<List<Step>> steps() {
        return step().list().ofMinSize(1).ofMaxSize(30).withoutEdgeCases();
    }

    private static Arbitrary<Step> step() {
        Arbitrary<Step.Kind> kinds = Arbitraries.frequency(
                Tuple.of(4, Step.Kind.GRANT),
                Tuple.of(2, Step.Kind.PURCHASE),
                Tuple.of(6, Step.Kind.SPEND),
                Tuple.of(2, Step.Kind.REPEAT),
                Tuple.of(1, Step.Kind.REUSE_KEY));
        return Combinators.combine(
                        kinds,
                        Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true)),
                        Arbitraries.longs().between(1, 100),
                        Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.just(0)),
                                Tuple.of(2, Arbitraries.integers().between(1, 300))),
                        Arbitraries.integers().between(-2, 2),
                        Arbitraries.integers().between(-30, 120),
                        Arbitraries.integers().between(0, 1_000))
                .as(Step::new);
    }

    /**
     * {@return the requests of a history}
     *
     * @param name makes accounts and keys unique
     */
    public static List<Request> requests(String name, List<Step> steps) {
        List<Request> requests = new ArrayList<>();
        Instant now = START;
        Instant latest = START;
        for (Step step : steps) {
            now = now.plusSeconds(step.clock());
            latest = now.isAfter(latest) ? now : latest;
            requests.add(new Request(operation(name, step, latest, requests), now));
        }
        return requests;
    }

    /** {@return the two accounts of a history} */
    public static List<AccountId> accounts(String name) {
        return List.of(AccountId.of(name + "-a"), AccountId.of(name + "-b"));
    }

    /** A lot's lifetime counts from the latest time so far: where the clock stepped back, it would be over already. */
    private static Operation operation(String name, Step step, Instant latest, List<Request> earlier) {
        AccountId account = accounts(name).get(step.second() ? 1 : 0);
        IdempotencyKey fresh = IdempotencyKey.of(name + "-" + earlier.size());
        return switch (step.kind()) {
            case GRANT -> grant(account, fresh, step, latest);
            case PURCHASE -> new Purchase(account, step.amount(), fresh, sale(step), Details.NONE);
            case SPEND -> Spend.of(account, step.amount(), fresh).withDetails(details(step));
            case REPEAT ->
                earlier.isEmpty()
                        ? grant(account, fresh, step, latest)
                        : earlier.get(step.pick() % earlier.size()).operation();
            case REUSE_KEY ->
                Grant.of(
                        account,
                        1_000 + step.amount(),
                        earlier.isEmpty()
                                ? fresh
                                : earlier.get(step.pick() % earlier.size())
                                        .operation()
                                        .key());
        };
    }

    private static Grant grant(AccountId account, IdempotencyKey key, Step step, Instant latest) {
        Instant expiresAt = step.lifetime() == 0 ? null : latest.plusSeconds(step.lifetime());
        Funding funding = step.pick() % 2 == 0 ? Funding.FREE : Funding.PAID;
        return new Grant(account, step.amount(), key, new LotTerms(expiresAt, step.priority(), funding), details(step));
    }

    private static Details details(Step step) {
        return switch (step.pick() % 3) {
            case 0 -> Details.NONE;
            case 1 -> Details.NONE.withReference("img-" + step.pick()).withDescription("\ud83e\ude99 'quoted'");
            default -> Details.NONE.withMetadata(Map.of("k", "", "model", "v" + step.pick()));
        };
    }

    private static PurchaseDetails sale(Step step) {
        return new PurchaseDetails(
                "ord_" + step.pick(), "popular", Money.of(999, "usd"), "cs_" + step.pick(), null, "cus_1");
    }
}
