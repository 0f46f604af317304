package io.tokeneconomy.order;

import io.tokeneconomy.ledger.AccountId;
import java.util.Comparator;

/**
 * Who is a customer, and with which kind of money.
 *
 * @param account the buyer
 * @param mode test customers do not exist in live mode
 */
public record CustomerKey(AccountId account, PaymentMode mode) implements Comparable<CustomerKey> {

    private static final Comparator<CustomerKey> ORDER =
            Comparator.comparing(CustomerKey::account).thenComparing(CustomerKey::mode);

    @Override
    public int compareTo(CustomerKey other) {
        return ORDER.compare(this, other);
    }
}
