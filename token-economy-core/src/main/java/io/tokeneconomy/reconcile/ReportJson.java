package io.tokeneconomy.reconcile;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import io.tokeneconomy.internal.Micros;
import io.tokeneconomy.order.ParkedPayment;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A report as one JSON object. The members are documented in {@code docs/reconciliation.md}. */
final class ReportJson {

    private ReportJson() {}

    static String of(Report report) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setStrictness(Strictness.STRICT);
            json.setSerializeNulls(false);
            write(json, report);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return text.toString();
    }

    private static void write(JsonWriter json, Report report) throws IOException {
        json.beginObject();
        json.name("from").value(Micros.text(report.window().from()));
        json.name("to").value(Micros.text(report.window().to()));
        json.name("repairing").value(report.repairing());
        counts(json, report.counts());
        json.name("found").value(report.found());
        json.name("differences").beginArray();
        for (Difference difference : report.differences()) {
            difference(json, difference);
        }
        json.endArray();
        json.name("parked").beginArray();
        for (ParkedPayment parked : report.parked()) {
            parked(json, parked);
        }
        json.endArray();
        json.name("moreParked").value(report.moreParked());
        json.name("resumeAfter").value(report.resumeAfter());
        json.name("trouble").value(report.trouble());
        json.endObject();
    }

    private static void counts(JsonWriter json, Counts counts) throws IOException {
        json.name("counts").beginObject();
        json.name("sessions").value(counts.sessions());
        json.name("others").value(counts.others());
        json.name("refunded").value(counts.refunded());
        json.name("disputed").value(counts.disputed());
        json.name("orders").value(counts.orders());
        json.name("requests").value(counts.requests());
        json.endObject();
    }

    private static void difference(JsonWriter json, Difference difference) throws IOException {
        json.beginObject();
        json.name("kind").value(difference.kind().name());
        json.name("state").value(difference.state().name());
        json.name("sessionId").value(difference.sessionId());
        json.name("paymentId").value(difference.paymentId());
        json.name("orderId").value(text(difference.orderId()));
        json.name("account").value(text(difference.account()));
        json.name("tokens").value(difference.tokens());
        json.name("text").value(difference.text());
        json.endObject();
    }

    private static void parked(JsonWriter json, ParkedPayment parked) throws IOException {
        json.beginObject();
        json.name("sessionId").value(parked.sessionId());
        json.name("orderId").value(parked.orderId());
        json.name("amountMinor").value(parked.amountMinor());
        json.name("currency").value(parked.currency());
        json.name("parkedAt").value(Micros.text(parked.parkedAt()));
        json.name("reason").value(parked.reason());
        json.endObject();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
