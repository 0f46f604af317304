package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How much of a charge can still be refunded, and why not more. */
final class Refundable {

    private static final Set<String> OVER = Set.of("failed", "canceled");

    private Refundable() {}

    /** What was captured without what refunds, waiting ones too, have taken. */
    static long left(Tx tx, JsonObject charge) {
        return Json.number(charge, "amount_captured", 0) - sum(tx, charge, status -> !OVER.contains(status));
    }

    /** The sum of the charge's refunds in certain states. */
    static long sum(Tx tx, JsonObject charge, Predicate<String> status) {
        return tx.linkedTo(Kind.REFUND, Json.requiredString(charge, "id"))
                .filter(refund -> status.test(Json.requiredString(refund, "status")))
                .mapToLong(refund -> Json.number(refund, "amount"))
                .reduce(0, Math::addExact);
    }

    /**
     * @param amount null: all that is left
     * @throws StripeError when there is no money, it is disputed, refunded already, or less than the amount
     */
    static void check(Tx tx, JsonObject charge, @Nullable Long amount) {
        String id = Json.requiredString(charge, "id");
        if (!Json.is(charge, "status", "succeeded") || Json.number(charge, "amount_captured", 0) == 0) {
            throw StripeError.invalid(
                    null, "payment_intent", "This PaymentIntent does not have a successful charge to refund.");
        }
        if (isChargedBack(tx, id)) {
            throw StripeError.invalid(
                    "charge_disputed", null, "Charge " + id + " has been charged back; cannot issue a refund.");
        }
        long left = left(tx, charge);
        if (left == 0) {
            throw StripeError.invalid("charge_already_refunded", null, "Charge " + id + " has already been refunded.");
        }
        if (amount != null && amount > left) {
            throw tooMuch(charge, amount, left);
        }
        if (tx.linkedTo(Kind.REFUND, id).count() >= RefundBook.MAX_PER_CHARGE) {
            throw StripeError.invalid(
                    null, null, "This sandbox keeps at most " + RefundBook.MAX_PER_CHARGE + " refunds of a charge.");
        }
    }

    private static boolean isChargedBack(Tx tx, String charge) {
        return tx.linkedTo(Kind.DISPUTE, charge).anyMatch(dispute -> !Json.flag(dispute, "is_charge_refundable"));
    }

    private static StripeError tooMuch(JsonObject charge, long amount, long left) {
        String currency = Json.requiredString(charge, "currency");
        return StripeError.invalid(
                null,
                "amount",
                "Refund amount (" + Currencies.show(amount, currency)
                        + ") is greater than unrefunded amount on charge (" + Currencies.show(left, currency) + ")");
    }
}
