package io.tokeneconomy.fulfilment;

import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.PaymentEvent.Change;
import org.jspecify.annotations.Nullable;

/**
 * A look at a sale.
 *
 * @param sale the sale, read from the provider just now
 * @param hint what an event said about it, or null
 * @param review whether to look at its payment too, because money may have gone back
 */
record Look(Sale sale, @Nullable Change hint, boolean review) {

    CheckoutSession session() {
        return sale.session();
    }

    Look withoutHint() {
        return new Look(sale, null, review);
    }

    boolean isPaid() {
        return FulfilmentRules.moneyReceived(session());
    }
}
