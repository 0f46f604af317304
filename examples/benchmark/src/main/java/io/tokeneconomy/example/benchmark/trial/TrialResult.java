package io.tokeneconomy.example.benchmark.trial;

import java.util.List;

/**
 * What one trial measured, after its books were found right.
 *
 * @param name its name
 * @param java the version of Java it ran on
 * @param compiled whether the JIT compiler had come to rest before it counted
 * @param opsPerSecond spends acknowledged per second, in the time that counts
 * @param latency how long they took
 * @param perSecond spends acknowledged in each second, from the start of the warm-up
 * @param entries spends in the books, those of the warm-up included
 * @param retries how often a caller had to try again
 * @param unresolved spends without an answer, even after the time was up
 */
public record TrialResult(
        String name,
        String java,
        boolean compiled,
        double opsPerSecond,
        Latency latency,
        List<Long> perSecond,
        long entries,
        long retries,
        long unresolved) {

    /** Copies the list. */
    public TrialResult {
        perSecond = List.copyOf(perSecond);
    }
}
