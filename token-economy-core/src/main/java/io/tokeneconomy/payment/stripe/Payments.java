package io.tokeneconomy.payment.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.Dispute;
import io.tokeneconomy.payment.Payment;
import io.tokeneconomy.payment.Refund;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Stripe's payments, refunds and disputes. What Stripe always gives but did not give is a failure. */
final class Payments {

    private static final Pattern INTENT = Pattern.compile("pi_[A-Za-z0-9_]{1,180}");
    private static final Pattern CHARGE = Pattern.compile("(ch|py)_[A-Za-z0-9_]{1,180}");

    private Payments() {}

    static boolean isIntent(@Nullable String id) {
        return id != null && INTENT.matcher(id).matches();
    }

    static boolean isCharge(String id) {
        return CHARGE.matcher(id).matches();
    }

    static Payment read(
            PaymentIntent intent, List<com.stripe.model.Refund> refunds, List<com.stripe.model.Dispute> disputes) {
        @Nullable Charge charge = intent.getLatestChargeObject();
        boolean charged = charge != null && Boolean.TRUE.equals(charge.getPaid());
        return new Payment(
                required("payment", "id", intent.getId()),
                required("payment", "livemode", intent.getLivemode()) ? PaymentMode.LIVE : PaymentMode.TEST,
                charged ? required("charge", "amount", charge.getAmount()) : 0,
                currency("payment", intent.getCurrency()),
                refunds.stream().map(Payments::read).toList(),
                disputes.stream().map(Payments::read).toList());
    }

    static Refund read(com.stripe.model.Refund refund) {
        return new Refund(
                required("refund", "id", refund.getId()),
                required("refund", "amount", refund.getAmount()),
                currency("refund", refund.getCurrency()),
                refundStatus(refund.getStatus()),
                refund.getMetadata() == null ? Map.of() : refund.getMetadata());
    }

    /** Docs.stripe.com/api/refunds/object. A refund that waits for the buyer's bank details is on its way. */
    private static Refund.Status refundStatus(@Nullable String status) {
        return switch (String.valueOf(status)) {
            case "pending", "requires_action" -> Refund.Status.PENDING;
            case "succeeded" -> Refund.Status.SUCCEEDED;
            case "failed" -> Refund.Status.FAILED;
            case "canceled" -> Refund.Status.CANCELED;
            default -> Refund.Status.OTHER;
        };
    }

    static Dispute read(com.stripe.model.Dispute dispute) {
        return new Dispute(
                required("dispute", "id", dispute.getId()),
                required("dispute", "amount", dispute.getAmount()),
                currency("dispute", dispute.getCurrency()),
                disputeStatus(String.valueOf(dispute.getStatus())),
                funds(dispute.getBalanceTransactions()));
    }

    /**
     * Docs.stripe.com/api/disputes/object. One that was {@code prevented} never became a chargeback; whether the buyer
     * has his money all the same, only the books tell.
     */
    private static Dispute.Status disputeStatus(String status) {
        if (status.startsWith("warning_")) {
            return Dispute.Status.INQUIRY;
        }
        return switch (status) {
            case "needs_response", "under_review" -> Dispute.Status.OPEN;
            case "won" -> Dispute.Status.WON;
            case "lost" -> Dispute.Status.LOST;
            default -> Dispute.Status.OTHER;
        };
    }

    /** Only their kinds count: their amounts are in the currency of the seller's bank account. */
    private static Dispute.Funds funds(@Nullable List<BalanceTransaction> transactions) {
        long withdrawn = count(transactions, "dispute");
        long returned = count(transactions, "dispute_reversal");
        if (withdrawn + returned == 0) {
            return Dispute.Funds.UNTOLD;
        }
        return withdrawn > returned ? Dispute.Funds.WITHDRAWN : Dispute.Funds.RETURNED;
    }

    private static long count(@Nullable List<BalanceTransaction> transactions, String category) {
        return transactions == null
                ? 0
                : transactions.stream()
                        .filter(transaction -> category.equals(transaction.getReportingCategory()))
                        .count();
    }

    private static String currency(String object, @Nullable String currency) {
        return required(object, "currency", currency).toLowerCase(Locale.ROOT);
    }

    private static <T> T required(String object, String field, @Nullable T value) {
        return Objects.requireNonNull(value, () -> "the " + object + " has no " + field);
    }
}
