package io.tokeneconomy.ledger.store.jdbc;

import com.google.gson.stream.JsonReader;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.PurchaseDetails;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sale as one JSON text. */
final class SaleJson {

    private SaleJson() {}

    static @Nullable String write(@Nullable PurchaseDetails sale) {
        return sale == null
                ? null
                : Json.write(json -> json.name("order_id")
                        .value(sale.orderId())
                        .name("package_id")
                        .value(sale.packageId())
                        .name("price_minor")
                        .value(sale.price().amountMinor())
                        .name("currency")
                        .value(sale.price().currency())
                        .name("session_id")
                        .value(sale.sessionId())
                        .name("payment_intent_id")
                        .value(sale.paymentIntentId())
                        .name("customer_id")
                        .value(sale.customerId()));
    }

    static @Nullable PurchaseDetails read(@Nullable String text) {
        return text == null ? null : Json.read(text, SaleJson::read);
    }

    private static PurchaseDetails read(JsonReader json) throws IOException {
        Map<String, String> found = new HashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            String value = Json.optionalText(json);
            if (value != null) {
                found.put(name, value);
            }
        }
        json.endObject();
        return new PurchaseDetails(
                required(found, "order_id"),
                required(found, "package_id"),
                Money.of(Long.parseLong(required(found, "price_minor")), required(found, "currency")),
                required(found, "session_id"),
                found.get("payment_intent_id"),
                found.get("customer_id"));
    }

    private static String required(Map<String, String> found, String name) {
        String value = found.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a sale without " + name);
        }
        return value;
    }
}
