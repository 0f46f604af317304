package io.tokeneconomy.checkout;

import java.time.Instant;
import java.util.List;

/**
 * What was sold in a period. An order counts at the time its checkout began, in UTC, once it is paid; what went back of its
 * money counts there too, whenever that was. So the numbers of a period that is over still change, by late payments and
 * by refunds.
 *
 * @param from the beginning, included
 * @param until the end, not included
 * @param countedFrom since when all orders are counted: {@code from}, or later when there were more orders than were asked
 *     for, and then some of that very millisecond may be missing
 * @param lines the sums, by day, mode, currency and package; none of two currencies or modes together
 */
public record Sales(Instant from, Instant until, Instant countedFrom, List<SalesLine> lines) {

    /** Most orders of one report. */
    public static final int MAX_ORDERS = 100_000;

    /** Copies the lines. */
    public Sales {
        lines = List.copyOf(lines);
    }

    /** {@return whether every order of the period is counted} */
    public boolean complete() {
        return countedFrom.equals(from);
    }
}
