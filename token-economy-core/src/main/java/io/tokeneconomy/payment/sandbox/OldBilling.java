package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What versions before 2025-03-31 said of invoices and subscriptions in other places than today ({@code
 * docs.stripe.com/changelog/basil}). What the newer version brought still stands there beside it.
 */
final class OldBilling {

    static final String END = "2025-03-31";

    private static final String SUBSCRIPTION = "subscription";
    private static final String DETAILS = "subscription_details";
    private static final String INTENT = "payment_intent";
    private static final List<String> PERIOD = List.of("current_period_start", "current_period_end");

    private OldBilling() {}

    static void fill(Tx tx, JsonObject object, String kind) {
        switch (kind) {
            case "invoice" -> invoice(tx, object);
            case "subscription" -> subscription(object);
            case "charge" -> object.add("invoice", invoicePaidBy(tx, Json.string(object, INTENT)));
            case "payment_intent" -> object.add("invoice", invoicePaidBy(tx, Json.string(object, "id")));
            default -> {
                return;
            }
        }
    }

    private static void invoice(Tx tx, JsonObject invoice) {
        JsonObject details = invoice.getAsJsonObject("parent").getAsJsonObject(DETAILS);
        invoice.add(SUBSCRIPTION, details.get(SUBSCRIPTION));
        JsonObject old = new JsonObject();
        old.add("metadata", details.get("metadata"));
        invoice.add(DETAILS, old);
        invoice.addProperty("paid", Json.is(invoice, "status", "paid"));
        @Nullable String intent = InvoicePayments.intentOf(tx, Json.requiredString(invoice, "id"));
        invoice.add(INTENT, Json.of(intent));
        JsonElement charge = tx.find(Kind.PAYMENT_INTENT, intent)
                .map(found -> found.get("latest_charge"))
                .orElse(JsonNull.INSTANCE);
        invoice.add("charge", charge);
        invoice.getAsJsonObject("lines").getAsJsonArray("data").forEach(line -> line(tx, line.getAsJsonObject()));
    }

    private static void line(Tx tx, JsonObject line) {
        JsonObject parent = line.getAsJsonObject("parent");
        String type = Json.requiredString(parent, "type");
        JsonObject details = parent.getAsJsonObject(type);
        boolean whole = type.equals("subscription_item_details");
        line.add("proration", details.get("proration"));
        line.addProperty("type", whole ? SUBSCRIPTION : "invoiceitem");
        if (whole) {
            line.add("subscription_item", details.get("subscription_item"));
        }
        String id = Json.string(line.getAsJsonObject("pricing").getAsJsonObject("price_details"), "price");
        tx.find(Kind.PRICE, id).ifPresent(price -> {
            line.add("price", Shapes.render(price));
            line.add("plan", Shapes.render(SubscriptionItems.plan(price)));
        });
        List.of("parent", "pricing", "pretax_credit_amounts", "quantity_decimal", "subtotal", "taxes")
                .forEach(line::remove);
    }

    private static void subscription(JsonObject subscription) {
        for (JsonObject item : SubscriptionItems.of(subscription)) {
            PERIOD.forEach(field -> subscription.add(field, item.remove(field)));
        }
    }

    private static JsonElement invoicePaidBy(Tx tx, @Nullable String intent) {
        return tx.newestFirst(Kind.INVOICE_PAYMENT)
                .filter(payment -> intent != null && Json.is(payment.getAsJsonObject("payment"), INTENT, intent))
                .map(payment -> payment.get("invoice"))
                .findFirst()
                .orElse(JsonNull.INSTANCE);
    }
}
