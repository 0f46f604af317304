package io.tokeneconomy.ledger.engine;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import io.tokeneconomy.internal.Micros;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.PurchaseDetails;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries as JSON objects, one on each line. The members are documented in {@code docs/audit.md}. */
final class JsonFormat implements EntryFormat {

    interface Members {
        void to(JsonWriter json) throws IOException;
    }

    private final Appendable to;

    JsonFormat(Appendable to) {
        this.to = to;
    }

    @Override
    public void begin() {
        // Nothing stands before the first line.
    }

    @Override
    public void write(LedgerEntry entry) throws IOException {
        to.append(object(json -> entry(json, entry))).append('\n');
    }

    static String metadata(Map<String, String> metadata) {
        return object(json -> texts(json, metadata));
    }

    private static void entry(JsonWriter json, LedgerEntry entry) throws IOException {
        json.name("account").value(entry.account().value());
        json.name("sequence").value(entry.sequence());
        json.name("at").value(Micros.text(entry.at()));
        json.name("key").value(entry.key().value());
        json.name("type").value(entry.type().name());
        json.name("amount").value(entry.amount());
        json.name("settledAfter").value(entry.movement().after().settled());
        json.name("heldAfter").value(entry.movement().after().held());
        json.name("debtAfter").value(entry.movement().after().debt());
        json.name("reference").value(entry.details().reference());
        json.name("description").value(entry.details().description());
        if (!entry.details().metadata().isEmpty()) {
            json.name("metadata").beginObject();
            texts(json, entry.details().metadata());
            json.endObject();
        }
        JsonEffects.write(json, entry.movement().effects());
        sale(json, entry.purchase());
        json.name("fingerprint").value(entry.seal().fingerprint().hex());
        json.name("hash").value(entry.seal().hash().hex());
        Digest erased = entry.seal().erased();
        json.name("erased").value(erased == null ? null : erased.hex());
    }

    private static void texts(JsonWriter json, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            json.name(text.getKey()).value(text.getValue());
        }
    }

    private static void sale(JsonWriter json, @Nullable PurchaseDetails sale) throws IOException {
        if (sale == null) {
            return;
        }
        json.name("purchase").beginObject();
        json.name("orderId").value(sale.orderId());
        json.name("packageId").value(sale.packageId());
        json.name("priceMinor").value(sale.price().amountMinor());
        json.name("currency").value(sale.price().currency());
        json.name("sessionId").value(sale.sessionId());
        json.name("paymentIntentId").value(sale.paymentIntentId());
        json.name("customerId").value(sale.customerId());
        json.endObject();
    }

    static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : Micros.text(time);
    }

    private static String object(Members members) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setStrictness(Strictness.STRICT);
            json.setSerializeNulls(false);
            json.beginObject();
            members.to(json);
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return text.toString();
    }
}
