package io.tokeneconomy.fulfilment;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a paid session is what was ordered. */
final class Fit {

    private Fit() {}

    /** What does not fit; empty when everything does. */
    static Optional<Misfit> problem(Order order, CheckoutSession session) {
        List<String> missing = PurchaseMetadata.missing(session.metadata());
        return missing.isEmpty()
                ? contradiction(order, session)
                : Optional.of(Misfit.missing("the metadata lacks " + missing));
    }

    /** What contradicts the order in a session that lacks nothing it needs. */
    static Optional<Misfit> contradiction(Order order, CheckoutSession session) {
        return tokensProblem(order, session)
                .or(() -> whoAndWhatProblem(order, session).map(Misfit::contradiction))
                .or(() -> amountProblem(order.item().price(), session.amounts()).map(Misfit::contradiction));
    }

    private static Optional<Misfit> tokensProblem(Order order, CheckoutSession session) {
        String ordered = Long.toString(order.item().tokens());
        return ordered.equals(session.metadata().get(PurchaseMetadata.TOKENS))
                ? Optional.empty()
                : Optional.of(new Misfit(
                        Misfit.Kind.INVALID_TOKENS,
                        "the metadata's number of tokens is not the " + ordered + " ordered"));
    }

    private static Optional<String> whoAndWhatProblem(Order order, CheckoutSession session) {
        if (session.kind() != CheckoutSession.Kind.PAYMENT) {
            return Optional.of("the session is no one-time payment");
        }
        if (session.mode() != order.mode()) {
            return Optional.of("the session is in mode " + session.mode() + ", the order in " + order.mode());
        }
        if (!order.item().packageId().equals(session.metadata().get(PurchaseMetadata.PACKAGE_ID))) {
            return Optional.of(
                    "the metadata names another package than " + order.item().packageId());
        }
        String user = order.account().value();
        String reference = session.clientReferenceId();
        boolean sameUser = user.equals(session.metadata().get(PurchaseMetadata.USER_ID))
                && (reference == null || reference.equals(user));
        return sameUser ? Optional.empty() : Optional.of("the session names another user than the order");
    }

    private static Optional<String> amountProblem(Money price, @Nullable Amounts charged) {
        if (charged == null) {
            return Optional.of("the session has no amount");
        }
        if (!charged.currency().equals(price.currency())) {
            return Optional.of("the session is not in " + price.currency() + " as the order is");
        }
        return charged.subtotal() == price.amountMinor()
                ? Optional.empty()
                : Optional.of("the session charges " + charged.subtotal() + ", the price was " + price.amountMinor());
    }
}
