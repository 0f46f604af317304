package io.tokeneconomy.servlet;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.PurchaseDetails;
import org.jspecify.annotations.Nullable;

/** One entry as its owner may see it. Key and metadata stay inside: they are the host's, not the buyer's. */
final class TransactionJson {

    private final PackageNames names;

    TransactionJson(PackageNames names) {
        this.names = names;
    }

    JsonObject of(LedgerEntry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("sequence", entry.sequence());
        json.addProperty("type", entry.type().name());
        json.addProperty("amount", entry.amount());
        json.addProperty("balanceAfter", entry.balanceAfter());
        json.addProperty("description", entry.details().description());
        addSale(json, entry.purchase());
        json.addProperty("reference", entry.details().reference());
        json.addProperty("at", entry.at().toString());
        return json;
    }

    private void addSale(JsonObject json, @Nullable PurchaseDetails sale) {
        if (sale == null) {
            for (String field : new String[] {
                "package", "packageName", "amountMinor", "currency", "price", "priceAmount", "stripeSessionId"
            }) {
                json.add(field, JsonNull.INSTANCE);
            }
            return;
        }
        json.addProperty("package", sale.packageId());
        json.addProperty("packageName", names.of(sale.packageId()));
        json.addProperty("amountMinor", sale.price().amountMinor());
        json.addProperty("currency", sale.price().currency());
        json.addProperty("price", sale.price().format());
        json.addProperty("priceAmount", sale.price().amount().toPlainString());
        json.addProperty("stripeSessionId", sale.sessionId());
    }
}
