package io.tokeneconomy.example.benchmark.report;

import io.tokeneconomy.example.benchmark.trial.TrialResult;

/**
 * One trial's figures.
 *
 * @param shape how callers met
 * @param callers how many there were
 * @param contender who ran
 * @param result what was measured
 */
public record Measured(String shape, int callers, String contender, TrialResult result) {

    Group group() {
        return new Group(shape, callers);
    }
}
