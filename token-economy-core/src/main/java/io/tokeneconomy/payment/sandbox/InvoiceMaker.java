package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes an open invoice of a subscription ({@code docs.stripe.com/api/invoices/object}). It is final at once. */
final class InvoiceMaker {

    /** The private field with all lines; the object shows the first of them. */
    private static final String LINES = "_lines";

    private InvoiceMaker() {}

    /**
     * What an invoice is made of.
     *
     * @param reason Stripe's {@code billing_reason}
     * @param lines what it charges
     * @param discount what is taken off, in minor units
     * @param tax what is put on top, in minor units
     * @param periodStart of the period that it closes
     */
    record Terms(String reason, List<JsonObject> lines, long discount, long tax, long periodStart) {}

    static JsonObject make(Tx tx, JsonObject subscription, Terms terms) {
        JsonObject invoice = new JsonObject();
        invoice.addProperty("id", Kind.INVOICE.newId());
        invoice.addProperty("object", Kind.INVOICE.object());
        invoice.addProperty("auto_advance", true);
        invoice.addProperty("billing_reason", terms.reason());
        invoice.addProperty("created", tx.nowSeconds());
        invoice.addProperty("effective_at", tx.nowSeconds());
        invoice.add("currency", subscription.get("currency"));
        invoice.addProperty("number", "SANDBOX-" + (tx.count(Kind.INVOICE) + tx.added(Kind.INVOICE) + 1));
        invoice.add("parent", parent(subscription));
        invoice.addProperty("period_start", terms.periodStart());
        invoice.addProperty("period_end", tx.nowSeconds());
        invoice.addProperty("status", "open");
        invoice.add("status_transitions", transitions(tx));
        invoice.addProperty("webhooks_delivered_at", tx.nowSeconds());
        customer(tx, invoice, subscription);
        lines(invoice, terms.lines());
        amounts(invoice, terms);
        CustomerBalance.apply(tx, invoice);
        return invoice;
    }

    private static JsonObject parent(JsonObject subscription) {
        JsonObject details = new JsonObject();
        details.add("metadata", subscription.getAsJsonObject("metadata").deepCopy());
        details.add("subscription", subscription.get("id"));
        JsonObject parent = new JsonObject();
        parent.add("quote_details", JsonNull.INSTANCE);
        parent.add("subscription_details", details);
        parent.addProperty("type", "subscription_details");
        return parent;
    }

    private static JsonObject transitions(Tx tx) {
        JsonObject transitions = new JsonObject();
        transitions.addProperty("finalized_at", tx.nowSeconds());
        List.of("marked_uncollectible_at", "paid_at", "voided_at")
                .forEach(name -> transitions.add(name, JsonNull.INSTANCE));
        return transitions;
    }

    private static void customer(Tx tx, JsonObject invoice, JsonObject subscription) {
        invoice.add("customer", subscription.get("customer"));
        tx.find(Kind.CUSTOMER, Json.string(subscription, "customer")).ifPresent(customer -> {
            invoice.add("customer_email", Json.of(Json.string(customer, "email")));
            invoice.add("customer_name", Json.of(Json.string(customer, "name")));
        });
    }

    private static void lines(JsonObject invoice, List<JsonObject> lines) {
        lines.forEach(line -> line.add("invoice", invoice.get("id")));
        invoice.add(LINES, Json.array(lines));
        invoice.add("lines", page(invoice, Params.of(Map.of())));
    }

    static Stream<JsonObject> linesOf(JsonObject invoice) {
        return StreamSupport.stream(invoice.getAsJsonArray(LINES).spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }

    static JsonObject page(JsonObject invoice, Params params) {
        String url = "/v1/invoices/" + Json.requiredString(invoice, "id") + "/lines";
        return Listing.page(params, url, linesOf(invoice).map(JsonObject::deepCopy));
    }

    private static void amounts(JsonObject invoice, Terms terms) {
        long subtotal = InvoiceLine.sum(invoice.getAsJsonArray(LINES));
        long untaxed = subtotal - terms.discount();
        invoice.addProperty("subtotal", subtotal);
        invoice.addProperty("subtotal_excluding_tax", subtotal);
        invoice.addProperty("total_excluding_tax", untaxed);
        invoice.addProperty("total", Math.addExact(untaxed, terms.tax()));
        if (terms.discount() > 0) {
            JsonObject discount = new JsonObject();
            discount.addProperty("amount", terms.discount());
            discount.addProperty("discount", Ids.random("di_1", 23));
            JsonArray discounts = new JsonArray();
            discounts.add(discount);
            invoice.add("total_discount_amounts", discounts);
        }
    }
}
