package io.tokeneconomy.reconcile.engine;

import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.fulfilment.Fulfilment;
import io.tokeneconomy.fulfilment.FulfilmentResult;
import io.tokeneconomy.fulfilment.FulfilmentResult.Status;
import io.tokeneconomy.fulfilment.Preview;
import io.tokeneconomy.fulfilment.PurchaseMetadata;
import io.tokeneconomy.fulfilment.Sale;
import io.tokeneconomy.fulfilment.UnknownOrderException;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.PaymentEvent.Change;
import io.tokeneconomy.reconcile.Difference;
import io.tokeneconomy.reconcile.Difference.Kind;
import io.tokeneconomy.reconcile.Difference.State;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares one checkout with its order: what differs is what fulfilment would do about it, and it is repaired by letting
 * it.
 */
final class Comparison {

    /** The payment, its refunds, its disputes. */
    private static final int REQUESTS_OF_A_PAYMENT = 3;

    private final Fulfilment fulfilment;
    private final Pace pace;
    private final boolean repairing;

    /**
     * What came of comparing.
     *
     * @param isOurs whether the checkout is one of our sales
     * @param difference what differs; empty when nothing does
     */
    record Finding(boolean isOurs, Optional<Difference> difference) {}

    Comparison(Fulfilment fulfilment, Pace pace, boolean repairing) {
        this.fulfilment = fulfilment;
        this.pace = pace;
        this.repairing = repairing;
    }

    /**
     * @param review whether money may have gone back although the checkout does not say so
     * @throws TokenEconomyException when provider or store fail in a way that may pass
     */
    Finding compare(Sale sale, @Nullable Change hint, boolean review) {
        CheckoutSession session = sale.session();
        try {
            return foreseen(sale, hint, review || session.reversed());
        } catch (UnknownOrderException e) {
            return new Finding(true, unknownOrder(session));
        } catch (TokenEconomyException e) {
            return new Finding(true, Optional.of(Differences.told(Kind.UNREADABLE, session, OneByOne.message(e))));
        }
    }

    private Finding foreseen(Sale sale, @Nullable Change hint, boolean review) {
        CheckoutSession session = sale.session();
        Preview preview = preview(sale, hint, review);
        Order order = preview.result().order();
        if (!review && order != null && order.reversal().any()) {
            return foreseen(sale, hint, true);
        }
        boolean isOurs = preview.result().status() != Status.FOREIGN;
        if (!preview.changing()) {
            return new Finding(isOurs, Optional.empty());
        }
        Difference found = Differences.of(session, preview.result());
        return new Finding(isOurs, Optional.of(repairing ? found.in(repair(session.id(), hint, review)) : found));
    }

    private Preview preview(Sale sale, @Nullable Change hint, boolean review) {
        payFor(sale.session(), review);
        return fulfilment.preview(sale, hint, review);
    }

    /** What a list said may be minutes old. */
    private State repair(String sessionId, @Nullable Change hint, boolean review) {
        pace.take(1);
        Optional<Sale> now = fulfilment.find(sessionId);
        now.ifPresent(sale -> payFor(sale.session(), review));
        return now.map(sale -> review ? fulfilment.review(sale) : fulfilment.fulfil(sale, hint))
                .map(FulfilmentResult::status)
                .map(Comparison::stateAfter)
                .orElse(State.FOUND);
    }

    private static State stateAfter(Status status) {
        return switch (status) {
            case CREDITED, ALREADY_DONE, REVERSED, EXPIRED, FAILED -> State.REPAIRED;
            case PARKED -> State.PARKED;
            case OPEN, PENDING, FOREIGN -> State.FOUND;
        };
    }

    private void payFor(CheckoutSession session, boolean review) {
        if (review && session.refs().paymentIntentId() != null) {
            pace.take(REQUESTS_OF_A_PAYMENT);
        }
    }

    /** Without money nobody misses it. */
    private static Optional<Difference> unknownOrder(CheckoutSession session) {
        return Optional.of(session)
                .filter(Fulfilment::isPaid)
                .map(paid -> Differences.told(
                        Kind.UNKNOWN_ORDER,
                        paid,
                        "paid for order "
                                + PurchaseMetadata.order(paid.metadata())
                                        .map(OrderId::value)
                                        .orElse("of its entry")
                                + ", which is not in this store"));
    }
}
