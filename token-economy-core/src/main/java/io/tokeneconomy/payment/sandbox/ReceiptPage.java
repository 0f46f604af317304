package io.tokeneconomy.payment.sandbox;

import static io.tokeneconomy.payment.sandbox.HostedPage.escape;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was paid, when and with what, as a page. */
final class ReceiptPage {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private ReceiptPage() {}

    static String of(JsonObject paid) {
        boolean invoice = Json.is(paid, "object", Kind.INVOICE.object());
        String currency = Json.requiredString(paid, "currency");
        String amount = Currencies.show(Json.number(paid, invoice ? "amount_paid" : "amount"), currency);
        String rows = row("Date", DAY.format(Instant.ofEpochSecond(Json.number(paid, "created"))))
                + (invoice ? "" : row("Paid with", means(paid)))
                + refunded(paid, currency);
        return HostedPage.page(
                "Receipt for " + amount,
                "<section class=\"card notice\"><p class=\"eyebrow\">Receipt</p><h1>" + escape(amount)
                        + "</h1><ul class=\"items\">" + rows + "</ul><p class=\"hint\">"
                        + escape(Json.requiredString(paid, "id")) + "</p></section>");
    }

    private static String refunded(JsonObject paid, String currency) {
        long refunded = Json.number(paid, "amount_refunded", 0);
        return refunded == 0 ? "" : row("Refunded", Currencies.show(refunded, currency));
    }

    private static String row(String name, String value) {
        return "<li><span>" + escape(name) + "</span><b>" + escape(value) + "</b></li>";
    }

    private static String means(JsonObject charge) {
        JsonObject details = charge.getAsJsonObject("payment_method_details");
        String type = Json.requiredString(details, "type");
        JsonObject means = details.getAsJsonObject(type);
        @Nullable String brand = Json.string(means, "brand");
        return (brand == null ? "Bank debit" : brand.substring(0, 1).toUpperCase(Locale.ROOT) + brand.substring(1))
                + " ···· " + Json.requiredString(means, "last4");
    }
}
