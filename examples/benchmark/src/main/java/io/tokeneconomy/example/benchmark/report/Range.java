package io.tokeneconomy.example.benchmark.report;

import java.util.Collection;

/**
 * A figure over several trials.
 *
 * @param least the smallest
 * @param median the middle one, or the mean of the two in the middle
 * @param most the largest
 */
public record Range(double least, double median, double most) {

    static Range of(Collection<? extends Number> figures) {
        double[] sorted =
                figures.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no figures");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Range(sorted[0], median, sorted[sorted.length - 1]);
    }
}
