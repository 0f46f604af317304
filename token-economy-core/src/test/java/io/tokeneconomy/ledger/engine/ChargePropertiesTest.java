package io.tokeneconomy.ledger.engine;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/**
 * Charges over random lives: calls of several processes under few keys, work that fails, outlasts its hold, settles for
 * less or more, processes that die at any booking, stores that fail before or after the commit.
 */
class ChargePropertiesTest {

    @Property(tries = 1_000)
    void aKeyIsPaidForOnceAndOnlyForWorkThatFinished(
            @ForAll("steps") @Size(min = 10, max = 60) List<ChargeStep> steps) {
        try (ChargeLives lives = new ChargeLives()) {
            for (ChargeStep step : steps) {
                lives.take(step);
                lives.check();
            }
            lives.endWell();
        }
    }

    @Provide
    Arbitrary<List<ChargeStep>> steps() {
        Arbitrary<ChargeStep.Kind> kinds = Arbitraries.frequency(
                Tuple.of(6, ChargeStep.Kind.START),
                Tuple.of(5, ChargeStep.Kind.FINISH),
                Tuple.of(2, ChargeStep.Kind.FAIL),
                Tuple.of(3, ChargeStep.Kind.SETTLE),
                Tuple.of(1, ChargeStep.Kind.SETTLE_METERED),
                Tuple.of(1, ChargeStep.Kind.EXTEND),
                Tuple.of(4, ChargeStep.Kind.TIME),
                Tuple.of(1, ChargeStep.Kind.RELEASE_BY_HAND),
                Tuple.of(1, ChargeStep.Kind.OTHER_SPEND));
        Arbitrary<Integer> fates = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(1, 5)));
        Arbitrary<Integer> troubles = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(0, 0xFFFF)));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.longs().between(0, 9),
                        fates,
                        troubles)
                .as(ChargeStep::new)
                .list();
    }
}
