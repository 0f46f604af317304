package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.rules.Step.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Random histories of two accounts: every operation, repeated and misused keys, a clock that jumps both ways. */
public final class Histories extends DomainContextBase {

    private static final Instant START = Instant.parse("2026-11-22T10:15:30.123456789Z");
    private static final int HOUR = 3_600;
    private static final int DAY = 24 * HOUR;

    /** An operation and the time at which it is asked for. */
    public record Request(Operation operation, Instant now) {}

    /** Fifty to sixty steps. Without jqwik's edge cases, which would nearly all be the same step again and again. */
    @Provide
    public static Arbitrary<List<Step>> steps() {
        return step().list().ofMinSize(50).ofMaxSize(60).withoutEdgeCases();
    }

    private static Arbitrary<Step> step() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(8, Kind.GRANT),
                Tuple.of(4, Kind.PURCHASE),
                Tuple.of(12, Kind.SPEND),
                Tuple.of(8, Kind.METER),
                Tuple.of(12, Kind.HOLD),
                Tuple.of(9, Kind.CAPTURE),
                Tuple.of(4, Kind.RELEASE),
                Tuple.of(3, Kind.EXTEND),
                Tuple.of(6, Kind.CLAWBACK),
                Tuple.of(2, Kind.REINSTATE),
                Tuple.of(6, Kind.TRANSFER),
                Tuple.of(5, Kind.ADJUST),
                Tuple.of(8, Kind.CONFIGURE),
                Tuple.of(1, Kind.CLOSE),
                Tuple.of(8, Kind.REPEAT),
                Tuple.of(3, Kind.REUSE_KEY));
        Arbitrary<Integer> clocks = Arbitraries.frequencyOf(
                Tuple.of(40, Arbitraries.integers().between(-30, 90)),
                Tuple.of(4, Arbitraries.integers().between(-2 * HOUR, 2 * DAY)),
                Tuple.of(1, Arbitraries.integers().between(20 * DAY, 40 * DAY)));
        return Combinators.combine(
                        kinds,
                        Arbitraries.longs().between(1, 100),
                        clocks,
                        Arbitraries.integers().between(0, 1_000_000))
                .as(Step::new);
    }

    /**
     * {@return the requests of a history}
     *
     * @param name makes accounts and keys unique
     */
    public static List<Request> requests(String name, List<Step> steps) {
        return requests(new Requests(name, accounts(name)), steps);
    }

    static List<Request> requests(Requests requests, List<Step> steps) {
        List<Request> all = new ArrayList<>();
        Instant now = START;
        for (Step step : steps) {
            if (step.pick() != 0) {
                now = now.plusSeconds(step.clock());
                all.add(new Request(requests.next(step, now), now));
            }
        }
        return all;
    }

    /** {@return the two accounts of a history} */
    public static List<AccountId> accounts(String name) {
        return List.of(AccountId.of(name + "-a"), AccountId.of(name + "-b"));
    }
}
