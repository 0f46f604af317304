package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Steers refunds from outside of the API: as somebody in the Dashboard does, as banks do. A <em>payment</em> is named by
 * the id of its Checkout Session, its PaymentIntent or its charge.
 *
 * <p>Events are those of Stripe since 2024-10-28: {@code refund.created}, then {@code charge.refunded} when it succeeds
 * at once; {@code refund.updated} with each change of status, and {@code refund.failed} beside it. The charge's {@code
 * amount_refunded} is the sum of its succeeded refunds. Events are sent in the background after a call returns.
 *
 * <p>Thread-safe; each call is atomic. At most {@value RefundBook#MAX_PER_CHARGE} refunds of one charge.
 */
public final class SandboxRefunds {

    private final State state;
    private final RefundBook book;

    SandboxRefunds(State state, RefundBook book) {
        this.state = state;
        this.book = book;
    }

    /**
     * Refunds all that is left, as from the Dashboard: without metadata and without the shop's doing.
     *
     * @return the refund's id
     * @throws SandboxException when there is no such payment, its money has not come, it is charged back, or nothing is
     *     left
     */
    public String make(String payment) {
        return make(payment, null);
    }

    /**
     * Refunds a part, as from the Dashboard.
     *
     * @param amountMinor in minor units of the charge's currency, at least 1
     * @return the refund's id
     * @throws SandboxException as {@link #make(String)}, and when less than the amount is left
     */
    public String make(String payment, long amountMinor) {
        if (amountMinor < 1) {
            throw new SandboxException("A refund is of at least 1 minor unit, not " + amountMinor, false, null);
        }
        return make(payment, Long.valueOf(amountMinor));
    }

    private String make(String payment, @Nullable Long amount) {
        return SandboxException.refusing(() -> state.step(tx -> {
            JsonObject charge = PaymentRef.charge(tx, payment);
            return Json.requiredString(book.make(tx, charge, RefundOrder.plain(amount)), "id");
        }));
    }

    /**
     * How the next refund begins, whoever makes it and of whichever payment. Told several times, it is for as many
     * refunds in that order. It outranks what the payment's test card would do.
     *
     * @throws SandboxException when more than 1,000 refunds were told ahead
     */
    public void next(RefundOutcome outcome) {
        SandboxException.refusing(() -> state.step(tx -> {
            NextRefunds.tell(tx, outcome);
            return outcome;
        }));
    }

    /**
     * Lets a waiting refund succeed. Only {@code refund.updated} tells of it.
     *
     * @throws SandboxException when there is no such refund, or it does not wait
     */
    public void succeed(String refundId) {
        change(refundId, book::succeed);
    }

    /**
     * Lets a refund fail, a waiting one or one that had succeeded: the money is back, and the charge counts it no more.
     *
     * @throws SandboxException when there is no such refund, it has failed already or was canceled
     */
    public void fail(String refundId) {
        fail(refundId, "unknown");
    }

    /**
     * Lets a refund fail.
     *
     * @param reason Stripe's {@code failure_reason}, such as {@code expired_or_canceled_card}
     * @throws SandboxException as {@link #fail(String)}
     */
    public void fail(String refundId, String reason) {
        change(refundId, (tx, refund) -> book.fail(tx, refund, reason));
    }

    /**
     * Cancels a waiting refund, as from the Dashboard.
     *
     * @throws SandboxException when there is no such refund, or it does not wait
     */
    public void cancel(String refundId) {
        change(refundId, book::cancel);
    }

    private void change(String refundId, Move move) {
        SandboxException.refusing(() ->
                state.step(tx -> move.apply(tx, PaymentRef.required(tx, Kind.REFUND, refundId))));
    }

    private interface Move {
        JsonObject apply(Tx tx, JsonObject refund);
    }
}
