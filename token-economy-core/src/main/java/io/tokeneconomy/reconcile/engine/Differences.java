package io.tokeneconomy.reconcile.engine;

import io.tokeneconomy.fulfilment.FulfilmentResult;
import io.tokeneconomy.fulfilment.Misfit;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.Reversal;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.reconcile.Difference;
import io.tokeneconomy.reconcile.Difference.Kind;
import io.tokeneconomy.reconcile.Difference.State;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words for what differs. */
final class Differences {

    private static final Set<EntryType> OF_A_SALE = Set.of(EntryType.PURCHASE, EntryType.CLAWBACK, EntryType.REINSTATE);

    private Differences() {}

    /** What fulfilment would do about a checkout, as what is missing. */
    static Difference of(CheckoutSession session, FulfilmentResult foreseen) {
        long tokens = foreseen.booked().stream()
                .filter(entry -> OF_A_SALE.contains(entry.type()))
                .mapToLong(LedgerEntry::amount)
                .sum();
        Order order = foreseen.order();
        return switch (foreseen.status()) {
            case CREDITED -> found(Kind.MISSING_CREDIT, session, order, tokens, notCredited(order));
            case PARKED -> found(Kind.UNPARKED_PAYMENT, session, order, tokens, reason(foreseen.misfit()));
            case EXPIRED, FAILED ->
                found(Kind.OPEN_ORDER, session, order, tokens, "the checkout is " + session.status() + ", no money");
            default ->
                found(
                        tokens > 0 ? Kind.MISSING_REINSTATEMENT : Kind.MISSING_CLAWBACK,
                        session,
                        order,
                        tokens,
                        money(order));
        };
    }

    /** What is only told. */
    static Difference told(Kind kind, CheckoutSession session, String text) {
        return found(kind, session, null, 0, text).in(State.FOR_A_PERSON);
    }

    /** What cannot be read, and so is not compared; of a checkout or of a payment no more is known. */
    static Difference unreadable(@Nullable String sessionId, @Nullable String paymentId, String text) {
        return new Difference(Kind.UNREADABLE, State.FOR_A_PERSON, sessionId, paymentId, null, null, 0, text);
    }

    /** Tokens without money. */
    static Difference unpaid(Order order, String sessionId, String text) {
        long tokens = order.item().tokens() - order.reversal().taken();
        return new Difference(
                Kind.UNPAID_CREDIT,
                State.FOR_A_PERSON,
                sessionId,
                order.refs().paymentIntentId(),
                order.id(),
                order.account(),
                -tokens,
                text);
    }

    private static Difference found(
            Kind kind, CheckoutSession session, @Nullable Order order, long tokens, String text) {
        return new Difference(
                kind,
                State.FOUND,
                session.id(),
                session.refs().paymentIntentId(),
                order == null ? null : order.id(),
                order == null ? null : order.account(),
                tokens,
                text);
    }

    private static String reason(@Nullable Misfit misfit) {
        return misfit == null ? "does not fit its order" : misfit.reason();
    }

    private static String notCredited(@Nullable Order order) {
        boolean whole = order == null || !order.reversal().any();
        return whole ? "paid, and not credited" : "paid, and not credited; " + money(order);
    }

    private static String money(@Nullable Order order) {
        if (order == null) {
            return "money moved";
        }
        Reversal money = order.reversal();
        return "of " + money.chargedMinor() + " " + order.item().price().currency() + " are refunded "
                + money.refundedMinor() + ", disputed " + money.disputedMinor();
    }
}
