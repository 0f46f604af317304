package io.tokeneconomy.ledger.store;

import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderState;
import org.jspecify.annotations.Nullable;

/**
 * Which orders, newest first. Every condition that is not null must hold.
 *
 * @param account only this account's
 * @param state only those in this state
 * @param before only those with a smaller id, which means older ones
 * @param limit most orders on the page, 1 to {@value EntryQuery#MAX_LIMIT}
 */
public record OrderQuery(
        @Nullable AccountId account,
        @Nullable OrderState state,
        @Nullable OrderId before,
        int limit) {

    /** @throws io.tokeneconomy.error.InvalidValueException when the limit is out of range */
    public OrderQuery {
        Checks.range("limit", limit, 1, EntryQuery.MAX_LIMIT);
    }

    /** {@return the newest orders} */
    public static OrderQuery newest(int limit) {
        return new OrderQuery(null, null, null, limit);
    }
}
