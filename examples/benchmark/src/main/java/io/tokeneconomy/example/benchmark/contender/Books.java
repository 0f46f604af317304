package io.tokeneconomy.example.benchmark.contender;

import java.util.List;

/**
 * What a contender's books say at the end.
 *
 * @param spends how many spends are booked
 * @param faults what is wrong in them, such as a balance that is not the sum of its entries
 */
public record Books(long spends, List<String> faults) {

    /** Copies the faults. */
    public Books {
        faults = List.copyOf(faults);
    }
}
