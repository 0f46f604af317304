package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import io.tokeneconomy.internal.Checks;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plays the buyer's bank: opens disputes, several of one payment too, and decides them. A <em>payment</em> is named by
 * the id of its Checkout Session, its PaymentIntent or its charge.
 *
 * <p>Events are Stripe's: {@code charge.dispute.created}, {@code funds_withdrawn} when money is taken, {@code updated},
 * {@code closed}, and {@code funds_reinstated} when it is given back. They are sent in the background after a call
 * returns.
 *
 * <p>The shop answers a dispute with evidence, or closes it and loses, with the calls of Stripe's API.
 *
 * <p>Thread-safe; each call is atomic. At most {@value DisputeBook#MAX_PER_CHARGE} disputes of one charge.
 */
public final class SandboxDisputes {

    private static final Pattern CURRENCY = Pattern.compile("[a-z]{3}");
    private static final Pattern STATUS = Pattern.compile("[a-z_]{1,64}");
    private static final long MAX_FEE = 1_000_000;

    private final State state;
    private final DisputeBook book;

    SandboxDisputes(State state, DisputeBook book) {
        this.state = state;
        this.book = book;
    }

    /**
     * Opens a chargeback of the whole charge as fraudulent; the money is withdrawn at once.
     *
     * @return the dispute's id
     * @throws SandboxException when there is no such payment, or its money has not come
     */
    public String chargeback(String payment) {
        return open(payment, null, "fraudulent", false);
    }

    /**
     * Opens a chargeback of a part.
     *
     * @param amountMinor 1 to the charge's amount, in minor units of its currency
     * @param reason one of Stripe's, such as {@code product_not_received}, or one yet unknown; 1 to 100 characters
     * @return the dispute's id
     * @throws SandboxException as {@link #chargeback(String)}, and when amount or reason are not as said
     */
    public String chargeback(String payment, long amountMinor, String reason) {
        return open(payment, amountMinor, reason, false);
    }

    /**
     * Opens an inquiry about the whole charge; no money moves.
     *
     * @return the dispute's id
     * @throws SandboxException when there is no such payment, or its money has not come
     */
    public String inquiry(String payment) {
        return open(payment, null, "fraudulent", true);
    }

    /**
     * Opens an inquiry about a part.
     *
     * @param amountMinor 1 to the charge's amount, in minor units of its currency
     * @param reason as in {@link #chargeback(String, long, String)}
     * @return the dispute's id
     * @throws SandboxException as {@link #chargeback(String, long, String)}
     */
    public String inquiry(String payment, long amountMinor, String reason) {
        return open(payment, amountMinor, reason, true);
    }

    /**
     * Sends a card network's early fraud warning: no money moves, but a chargeback is probable. Only the event {@code
     * radar.early_fraud_warning.created} tells of it.
     *
     * @return the warning's id
     * @throws SandboxException when there is no such payment, or its money has not come
     */
    public String warn(String payment) {
        return SandboxException.refusing(() -> state.step(tx -> book.warn(tx, PaymentRef.charge(tx, payment))));
    }

    private String open(String payment, @Nullable Long amount, String reason, boolean isInquiry) {
        return SandboxException.refusing(() -> {
            DisputeTerms terms = new DisputeTerms(amount, reason, isInquiry);
            return state.step(tx -> Json.requiredString(book.open(tx, PaymentRef.charge(tx, payment), terms), "id"));
        });
    }

    /**
     * Makes an inquiry a chargeback; the money is withdrawn.
     *
     * @throws SandboxException when there is no such dispute, or it is not an inquiry that is still open
     */
    public void escalate(String disputeId) {
        change(disputeId, book::escalate);
    }

    /**
     * Sends the shop's evidence: the dispute is under review.
     *
     * @throws SandboxException when there is no such dispute, or it needs no response
     */
    public void respond(String disputeId) {
        change(disputeId, book::submit);
    }

    /**
     * Decides for the shop; the money is given back, the fee is not. Also a lost dispute, after an appeal.
     *
     * @throws SandboxException when there is no such dispute, or it holds no money
     */
    public void win(String disputeId) {
        change(disputeId, book::win);
    }

    /**
     * Decides for the buyer.
     *
     * @throws SandboxException when there is no such dispute, it holds no money, or it is lost already
     */
    public void lose(String disputeId) {
        change(disputeId, book::lose);
    }

    /**
     * Ends an inquiry without a chargeback.
     *
     * @throws SandboxException when there is no such dispute, or it is not an inquiry that is still open
     */
    public void closeWarning(String disputeId) {
        change(disputeId, book::closeWarning);
    }

    /**
     * Gives a dispute any status, such as {@code appeal_under_review}, {@code prevented} or one yet unknown. No money
     * moves; {@code charge.dispute.updated} tells of it.
     *
     * @param status 1 to 64 characters a to z and underscore
     * @throws SandboxException when there is no such dispute, or the status is not as said
     */
    public void status(String disputeId, String status) {
        if (!STATUS.matcher(status).matches()) {
            throw new SandboxException("A dispute's status is 1 to 64 of a-z and _, not " + status, false, null);
        }
        change(disputeId, (tx, dispute) -> book.updated(tx, dispute, status));
    }

    /**
     * The currency of the account's balance, in which the {@code balance_transactions} of later disputes are. By default
     * that is each charge's own, with a fee of {@value Settlement#USUAL_FEE}.
     *
     * @param currency three letters
     * @param rate minor units of it for one minor unit of the charge's currency, more than 0
     * @param feeMinor what a chargeback costs, in minor units of the account's currency, 0 to 1,000,000
     * @throws SandboxException when currency or rate are not as said
     * @throws io.tokeneconomy.error.InvalidValueException when the fee is not
     */
    public void settleIn(String currency, BigDecimal rate, long feeMinor) {
        String code = currency.toLowerCase(Locale.ROOT);
        if (!CURRENCY.matcher(code).matches() || rate.signum() <= 0) {
            throw new SandboxException(
                    "Disputes settle in a currency of three letters with a rate over 0, not " + code + " at " + rate,
                    false,
                    null);
        }
        Settlement settlement = new Settlement(code, rate, Checks.range("feeMinor", feeMinor, 0, MAX_FEE));
        state.step(tx -> {
            settlement.keep(tx);
            return settlement;
        });
    }

    private void change(String disputeId, Move move) {
        SandboxException.refusing(() ->
                state.step(tx -> move.apply(tx, PaymentRef.required(tx, Kind.DISPUTE, disputeId))));
    }

    private interface Move {
        JsonObject apply(Tx tx, JsonObject dispute);
    }
}
