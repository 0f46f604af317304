package io.tokeneconomy.payment.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.Invoice;
import io.tokeneconomy.payment.Invoice.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Stripe's invoices as any API version writes them: 2025-03-31.basil moved subscription and payments, and the price
 * and kind of each line (docs.stripe.com/changelog/basil). What Stripe always gives but did not give is a failure.
 */
final class Invoices {

    private static final Pattern ID = Pattern.compile("in_[A-Za-z0-9_]{1,177}");
    private static final Map<String, Reason> REASONS = Map.of(
            "subscription_create", Reason.CREATE,
            "subscription_cycle", Reason.CYCLE,
            "subscription_update", Reason.UPDATE);

    private Invoices() {}

    static boolean isId(@Nullable String text) {
        return text != null && ID.matcher(text).matches();
    }

    /**
     * @param reversed whether some of its money is known to be refunded or disputed
     * @param moreLines lines beyond those on the invoice
     */
    static Invoice read(JsonObject invoice, boolean reversed, List<JsonObject> moreLines) {
        List<Invoice.Line> lines = new ArrayList<>();
        objects(invoice, "lines").forEach(line -> lines.add(InvoiceLines.read(line)));
        moreLines.forEach(line -> lines.add(InvoiceLines.read(line)));
        return new Invoice(
                RawJson.required(invoice, "id").getAsString(),
                RawJson.required(invoice, "livemode").getAsBoolean() ? PaymentMode.LIVE : PaymentMode.TEST,
                "paid".equals(RawJson.text(invoice, "status")),
                reason(invoice),
                RawJson.required(invoice, "currency").getAsString().toLowerCase(Locale.ROOT),
                RawJson.required(invoice, "subtotal").getAsLong(),
                RawJson.required(invoice, "total").getAsLong() - credited(invoice),
                RawJson.required(invoice, "amount_paid").getAsLong(),
                RawJson.id(subscription(invoice)),
                RawJson.id(invoice.get("customer")),
                payments(invoice),
                reversed,
                metadata(invoice),
                lines,
                Instant.ofEpochSecond(RawJson.required(invoice, "created").getAsLong()));
    }

    /** Also what does not say when: it is looked at closer. */
    static boolean isCreatedOrPaidSince(JsonObject invoice, Instant since) {
        long paid = seconds(RawJson.at(invoice, "status_transitions", "paid_at"));
        return Math.max(paid, seconds(invoice.get("created"))) >= since.getEpochSecond();
    }

    private static long seconds(@Nullable JsonElement time) {
        return time == null || time.isJsonNull() ? Long.MAX_VALUE : time.getAsLong();
    }

    static Reason reason(JsonObject invoice) {
        String reason = RawJson.text(invoice, "billing_reason");
        return reason == null ? Reason.OTHER : REASONS.getOrDefault(reason, Reason.OTHER);
    }

    /** Credit notes from before the payment lower what is due, but not Stripe's total. */
    private static long credited(JsonObject invoice) {
        JsonElement notes = invoice.get("pre_payment_credit_notes_amount");
        return notes == null || notes.isJsonNull() ? 0 : notes.getAsLong();
    }

    private static @Nullable JsonElement subscription(JsonObject invoice) {
        JsonElement old = invoice.get("subscription");
        return old == null || old.isJsonNull()
                ? RawJson.at(invoice, "parent", "subscription_details", "subscription")
                : old;
    }

    /** What paid it. An attempt that failed paid nothing. */
    static List<String> payments(JsonObject invoice) {
        String old = RawJson.id(invoice.get("payment_intent"));
        if (old != null) {
            return List.of(old);
        }
        List<String> payments = new ArrayList<>();
        for (JsonObject payment : objects(invoice, "payments")) {
            String intent = RawJson.id(RawJson.at(payment, "payment", "payment_intent"));
            if (intent != null && "paid".equals(RawJson.text(payment, "status"))) {
                payments.add(intent);
            }
        }
        return payments;
    }

    /** Of the subscription as it was when the invoice was made, else as it is. */
    private static Map<String, String> metadata(JsonObject invoice) {
        Map<String, String> then = RawJson.texts(RawJson.at(invoice, "parent", "subscription_details", "metadata"));
        if (then.isEmpty()) {
            then = RawJson.texts(RawJson.at(invoice, "subscription_details", "metadata"));
        }
        JsonElement subscription = subscription(invoice);
        return then.isEmpty() && subscription != null && subscription.isJsonObject()
                ? RawJson.texts(subscription.getAsJsonObject().get("metadata"))
                : then;
    }

    static boolean hasMoreLines(JsonObject invoice) {
        JsonElement more = RawJson.at(invoice, "lines", "has_more");
        return more != null && more.getAsBoolean();
    }

    /** The objects of a list that may be missing. */
    static List<JsonObject> objects(JsonObject object, String list) {
        JsonElement data = RawJson.at(object, list, "data");
        return data instanceof JsonArray array
                ? array.asList().stream().map(JsonElement::getAsJsonObject).toList()
                : List.of();
    }
}
