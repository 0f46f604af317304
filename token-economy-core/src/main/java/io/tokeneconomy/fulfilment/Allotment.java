package io.tokeneconomy.fulfilment;

import io.tokeneconomy.catalog.Leftover;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.order.OrderItem;
import java.time.Duration;
import java.time.Instant;

/**
 * The tokens that one paid invoice brings.
 *
 * @param item plan, tokens and price
 * @param plan what a whole period of that plan brings and costs
 * @param leftover what becomes of them at the end of their period
 * @param start when their period begins
 * @param end when it ends
 */
record Allotment(OrderItem item, OrderItem plan, Leftover leftover, Instant start, Instant end) {

    /** Before bought tokens, which never expire either. */
    static final int FIRST = -1;

    /**
     * Tokens end with their period and some grace, in which the next one is charged and told. What is credited later
     * than that was paid for all the same: it can be used for as long as a period is.
     */
    LotTerms lot(Instant now) {
        if (leftover.rolls()) {
            return new LotTerms(null, FIRST, Funding.PAID);
        }
        Instant last = end.plus(SubscriptionPlan.GRACE);
        Duration length = Duration.between(start, end);
        Duration whole = length.compareTo(SubscriptionPlan.GRACE) < 0 ? SubscriptionPlan.GRACE : length;
        return new LotTerms(last.isAfter(now) ? last : now.plus(whole), FIRST, Funding.PAID);
    }
}
