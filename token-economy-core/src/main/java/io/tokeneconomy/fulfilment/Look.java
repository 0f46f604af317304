package io.tokeneconomy.fulfilment;

import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.PaymentEvent.Change;
import org.jspecify.annotations.Nullable;

/**
 * A look at a checkout session.
 *
 * @param session the session, read from the provider just now
 * @param hint what an event said about it, or null
 * @param review whether to look at its payment too, because money may have gone back
 */
record Look(CheckoutSession session, @Nullable Change hint, boolean review) {

    Look withoutHint() {
        return new Look(session, null, review);
    }

    boolean isPaid() {
        return FulfilmentRules.moneyReceived(session);
    }
}
