package io.tokeneconomy.fulfilment;

import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at a checkout session.
 *
 * @param status where the purchase stands
 * @param order the order it belongs to, or null when it belongs to none of ours
 * @param booked the entries written just now
 * @param misfit why the money cannot be credited as it stands, or null
 * @param parked the payment parked just now, or null
 */
public record FulfilmentResult(
        Status status,
        @Nullable Order order,
        List<LedgerEntry> booked,
        @Nullable Misfit misfit,
        @Nullable ParkedPayment parked) {

    static FulfilmentResult of(Status status, @Nullable Order order) {
        return new FulfilmentResult(status, order, List.of(), null, null);
    }

    FulfilmentResult booking(List<LedgerEntry> entries) {
        return new FulfilmentResult(status, order, entries, misfit, parked);
    }

    /** Where a purchase stands. */
    public enum Status {
        /** Tokens were credited just now. */
        CREDITED,
        /** Tokens were credited before. */
        ALREADY_DONE,
        /** Tokens credited before were taken back or given again just now, as their money was. */
        REVERSED,
        /** The buyer has not finished. */
        OPEN,
        /** The buyer has finished; the money is on its way. */
        PENDING,
        /** The checkout ran out of time. */
        EXPIRED,
        /** The payment failed. */
        FAILED,
        /** Money was received, but not as ordered. */
        PARKED,
        /** Not a purchase of our tokens, or nothing the provider knows. */
        FOREIGN
    }
}
