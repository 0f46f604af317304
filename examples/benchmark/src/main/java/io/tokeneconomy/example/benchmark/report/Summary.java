package io.tokeneconomy.example.benchmark.report;

import io.tokeneconomy.example.benchmark.trial.TrialResult;
import java.util.List;
import java.util.function.Function;

/**
 * One contender's figures in one group, over all its trials. Latencies are in milliseconds; each is the trials' own
 * percentile.
 *
 * @param shape how callers met
 * @param callers how many there were
 * @param contender who ran
 * @param opsPerSecond spends acknowledged per second
 * @param p50Millis half of the spends took at most this long
 * @param p99Millis 99 of 100
 * @param p999Millis 999 of 1,000
 * @param retries how often callers had to ask again, in all trials
 * @param unresolved spends without an answer, in all trials
 */
public record Summary(
        String shape,
        int callers,
        String contender,
        Range opsPerSecond,
        Range p50Millis,
        Range p99Millis,
        Range p999Millis,
        long retries,
        long unresolved) {

    /** The name of the contender that the others are measured against. */
    public static final String OURS = "ours";

    private static final double NANOS_PER_MILLI = 1e6;

    static Summary of(Group group, String contender, List<TrialResult> trials) {
        return new Summary(
                group.shape(),
                group.callers(),
                contender,
                range(trials, TrialResult::opsPerSecond),
                range(trials, trial -> trial.latency().p50Nanos() / NANOS_PER_MILLI),
                range(trials, trial -> trial.latency().p99Nanos() / NANOS_PER_MILLI),
                range(trials, trial -> trial.latency().p999Nanos() / NANOS_PER_MILLI),
                trials.stream().mapToLong(TrialResult::retries).sum(),
                trials.stream().mapToLong(TrialResult::unresolved).sum());
    }

    Group group() {
        return new Group(shape, callers);
    }

    private static Range range(List<TrialResult> trials, Function<TrialResult, Double> figure) {
        return Range.of(trials.stream().map(figure).toList());
    }
}
