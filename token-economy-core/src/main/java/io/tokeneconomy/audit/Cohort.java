package io.tokeneconomy.audit;

import java.time.YearMonth;

/**
 * What became of the tokens that came in during one month. Exact: what came in is what went out and what is left.
 *
 * @param month the month, in UTC
 * @param issued granted, purchased, reinstated and adjusted upwards
 * @param transferredIn received from other accounts, whenever they were issued
 * @param spent used, or taken to pay a debt
 * @param expired gone because their time was over
 * @param forfeited left behind in closed accounts
 * @param clawedBack taken back because their payment was
 * @param transferredOut sent to other accounts
 * @param adjustedDown corrected downwards by a person
 * @param outstanding still there, held ones included
 */
public record Cohort(
        YearMonth month,
        long issued,
        long transferredIn,
        long spent,
        long expired,
        long forfeited,
        long clawedBack,
        long transferredOut,
        long adjustedDown,
        long outstanding) {

    /** {@return tokens that nobody will use any more: expired and forfeited} */
    public long broken() {
        return Math.addExact(expired, forfeited);
    }

    /** {@return the breakage: {@link #broken} out of ten thousand that came in, rounded down; 0 when nothing came in} */
    public long breakageBasisPoints() {
        long in = Math.addExact(issued, transferredIn);
        return in == 0 ? 0 : Math.multiplyExact(broken(), 10_000L) / in;
    }
}
