package io.tokeneconomy.fulfilment;

import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.order.PaymentRefs;
import java.util.Objects;

/** What is booked when a session's money becomes an order's tokens. */
final class Purchases {

    private Purchases() {}

    /** @param refs the provider's ids of the paid session */
    static Purchase of(Order order, PaymentRefs refs, LotTerms terms, Details details) {
        String sessionId = Objects.requireNonNull(refs.sessionId());
        PurchaseDetails sale = new PurchaseDetails(
                order.id().value(),
                order.item().packageId(),
                order.item().price(),
                sessionId,
                refs.paymentIntentId(),
                refs.customerId());
        return new Purchase(
                order.account(), order.item().tokens(), FulfilmentRules.purchaseKey(sessionId), sale, terms, details);
    }

    static Details details(Order order) {
        OrderItem item = order.item();
        String times = item.quantity() == 1 ? "" : item.quantity() + " × ";
        return Details.NONE.withDescription(times + item.name() + " package");
    }
}
