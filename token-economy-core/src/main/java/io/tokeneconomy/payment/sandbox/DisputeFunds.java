package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.stream.StreamSupport;

/** What a dispute takes from the account's balance and gives back, as its {@code balance_transactions} tell it. */
final class DisputeFunds {

    private static final String FIELD = "balance_transactions";

    private DisputeFunds() {}

    static void withdraw(Tx tx, JsonObject dispute) {
        Settlement settlement = Settlement.of(tx);
        String own = Json.requiredString(dispute, "currency");
        String currency = settlement.currency() == null ? own : settlement.currency();
        JsonObject taken = booking(tx, dispute, -settlement.settled(Json.number(dispute, "amount")), currency);
        taken.addProperty("description", "Chargeback withdrawal for " + Json.requiredString(dispute, "charge"));
        taken.addProperty("reporting_category", "dispute");
        if (!currency.equals(own)) {
            taken.addProperty("exchange_rate", settlement.rate());
        }
        addFee(taken, settlement.fee(), currency);
        add(dispute, taken);
    }

    /** Gives back exactly what was taken, without the fee. */
    static void reinstate(Tx tx, JsonObject dispute) {
        JsonObject taken = dispute.getAsJsonArray(FIELD).get(0).getAsJsonObject();
        JsonObject given = booking(tx, dispute, -outstanding(dispute), Json.requiredString(taken, "currency"));
        given.addProperty("description", "Chargeback reversal for " + Json.requiredString(dispute, "charge"));
        given.addProperty("reporting_category", "dispute_reversal");
        add(dispute, given);
    }

    /** Whether the dispute holds the money. */
    static boolean areWithdrawn(JsonObject dispute) {
        return outstanding(dispute) != 0;
    }

    private static long outstanding(JsonObject dispute) {
        return StreamSupport.stream(dispute.getAsJsonArray(FIELD).spliterator(), false)
                .mapToLong(booking -> Json.number(booking.getAsJsonObject(), "amount"))
                .reduce(0, Math::addExact);
    }

    private static JsonObject booking(Tx tx, JsonObject dispute, long amount, String currency) {
        JsonObject booking = new JsonObject();
        booking.addProperty("id", Kind.BALANCE_TRANSACTION.newId());
        booking.addProperty("object", Kind.BALANCE_TRANSACTION.object());
        booking.addProperty("amount", amount);
        booking.addProperty("available_on", tx.nowSeconds());
        booking.addProperty("created", tx.nowSeconds());
        booking.addProperty("currency", currency);
        booking.add("exchange_rate", JsonNull.INSTANCE);
        booking.addProperty("net", amount);
        booking.addProperty("source", Json.requiredString(dispute, "id"));
        return booking;
    }

    private static void addFee(JsonObject booking, long fee, String currency) {
        JsonObject detail = new JsonObject();
        detail.addProperty("amount", fee);
        detail.add("application", JsonNull.INSTANCE);
        detail.addProperty("currency", currency);
        detail.addProperty("description", "Dispute fee");
        detail.addProperty("type", "stripe_fee");
        JsonArray details = new JsonArray();
        details.add(detail);
        booking.addProperty("fee", fee);
        booking.add("fee_details", details);
        booking.addProperty("net", Math.subtractExact(Json.number(booking, "amount"), fee));
    }

    private static void add(JsonObject dispute, JsonObject booking) {
        dispute.getAsJsonArray(FIELD).add(booking);
    }
}
