package io.tokeneconomy.fulfilment;

import io.tokeneconomy.order.Order;
import io.tokeneconomy.payment.CheckoutSession;
import java.util.List;
import java.util.Optional;

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
                .or(() -> amountProblem(Bought.of(order.item(), session.amounts())));
    }

    private static Optional<Misfit> amountProblem(Bought bought) {
        return bought.known().isPresent() ? Optional.empty() : Optional.of(Misfit.contradiction(bought.problem()));
    }

    private static Optional<Misfit> tokensProblem(Order order, CheckoutSession session) {
        long ordered = order.item().tokens();
        return isNamed(ordered, session) || isWhatAnEarlierSystemCounted(order, session)
                ? Optional.empty()
                : Optional.of(new Misfit(
                        Misfit.Kind.INVALID_TOKENS,
                        "the metadata's number of tokens is not the " + ordered + " ordered"));
    }

    private static boolean isNamed(long tokens, CheckoutSession session) {
        return Long.toString(tokens).equals(session.metadata().get(PurchaseMetadata.TOKENS));
    }

    /** It may have written the tokens of one package, or of all that were bought. */
    private static boolean isWhatAnEarlierSystemCounted(Order order, CheckoutSession session) {
        return PurchaseMetadata.isOfAnEarlierSystem(session.metadata())
                && Bought.of(order.item(), session.amounts())
                        .known()
                        .filter(bought -> isNamed(bought.tokens(), session))
                        .isPresent();
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
}
