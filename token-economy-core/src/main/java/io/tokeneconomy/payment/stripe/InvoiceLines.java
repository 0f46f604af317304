package io.tokeneconomy.payment.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tokeneconomy.payment.Invoice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the lines of Stripe's invoices as any API version writes them. */
final class InvoiceLines {

    private InvoiceLines() {}

    static Invoice.Line read(JsonObject line) {
        JsonElement quantity = line.get("quantity");
        return new Invoice.Line(
                price(line),
                RawJson.required(line, "amount").getAsLong(),
                quantity == null || quantity.isJsonNull() ? 0 : quantity.getAsLong(),
                isProration(line),
                time(line, "start"),
                time(line, "end"));
    }

    private static @Nullable String price(JsonObject line) {
        String price = RawJson.id(RawJson.at(line, "pricing", "price_details", "price"));
        String older = price == null ? RawJson.id(line.get("price")) : price;
        return older == null ? RawJson.id(line.get("plan")) : older;
    }

    private static boolean isProration(JsonObject line) {
        return isTrue(line.get("proration"))
                || isTrue(RawJson.at(line, "parent", "subscription_item_details", "proration"))
                || isTrue(RawJson.at(line, "parent", "invoice_item_details", "proration"));
    }

    private static boolean isTrue(@Nullable JsonElement flag) {
        return flag != null && flag.isJsonPrimitive() && flag.getAsBoolean();
    }

    private static Instant time(JsonObject line, String end) {
        JsonObject period = RawJson.required(line, "period").getAsJsonObject();
        return Instant.ofEpochSecond(RawJson.required(period, end).getAsLong());
    }
}
