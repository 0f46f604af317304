package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.net.URI;

/** Where receipts of charges and pages of invoices are: {@code receipt_url} and {@code hosted_invoice_url}. */
final class Receipts {

    static final String PATH = "/receipts/";

    private final URI base;

    /** @param base where pages live */
    Receipts(URI base) {
        this.base = base;
    }

    void addTo(JsonObject charge) {
        charge.addProperty("receipt_url", address(charge));
    }

    void addToInvoice(JsonObject invoice) {
        invoice.addProperty("hosted_invoice_url", address(invoice));
    }

    private String address(JsonObject object) {
        return base + PATH + Json.requiredString(object, "id");
    }
}
