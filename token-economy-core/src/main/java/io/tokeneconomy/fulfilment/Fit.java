package io.tokeneconomy.fulfilment;

import io.tokeneconomy.order.Order;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a paid session is what was ordered. Pure, but for telling the log what a person must look at. */
final class Fit {

    private static final Logger LOG = LoggerFactory.getLogger(Fulfilment.class);

    private Fit() {}

    /** What does not fit, in words; empty when everything does. */
    static Optional<String> problem(Order order, CheckoutSession session) {
        List<String> missing = PurchaseMetadata.missing(session.metadata());
        if (!missing.isEmpty()) {
            LOG.error("❌ Missing required metadata for token purchase");
            return Optional.of("metadata lacks " + missing);
        }
        return metadataProblem(order, session).or(() -> amountProblem(order, session));
    }

    private static Optional<String> metadataProblem(Order order, CheckoutSession session) {
        if (session.mode() != order.mode()) {
            return Optional.of("the session is in mode " + session.mode() + ", the order in " + order.mode());
        }
        String tokens = session.metadata().get(PurchaseMetadata.TOKENS);
        if (!Long.toString(order.item().tokens()).equals(tokens)) {
            LOG.error("❌ Invalid token amount");
            return Optional.of("metadata says " + tokens + " tokens, ordered were "
                    + order.item().tokens());
        }
        if (!order.item().packageId().equals(session.metadata().get(PurchaseMetadata.PACKAGE_ID))) {
            return Optional.of(
                    "metadata names another package than " + order.item().packageId());
        }
        String user = order.account().value();
        boolean otherReference = session.clientReferenceId() != null
                && !session.clientReferenceId().equals(user);
        if (otherReference || !user.equals(session.metadata().get(PurchaseMetadata.USER_ID))) {
            return Optional.of("the session names another user than the order");
        }
        return Optional.empty();
    }

    private static Optional<String> amountProblem(Order order, CheckoutSession session) {
        Amounts amounts = session.amounts();
        if (amounts == null) {
            return Optional.of("the session has no amount");
        }
        if (!amounts.currency().equals(order.item().price().currency())) {
            return Optional.of("the session is in " + amounts.currency() + ", the order in "
                    + order.item().price().currency());
        }
        if (amounts.subtotal() != order.item().price().amountMinor()) {
            return Optional.of("the session charges " + amounts.subtotal() + ", the price was "
                    + order.item().price().amountMinor());
        }
        return Optional.empty();
    }
}
