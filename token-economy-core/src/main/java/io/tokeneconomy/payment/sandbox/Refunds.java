package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/** {@code /v1/refunds} ({@code docs.stripe.com/api/refunds}). */
final class Refunds {

    private static final String URL = "/v1/refunds";
    private static final String[] FIELDS = {
        "payment_intent",
        "charge",
        "amount",
        "reason",
        "metadata",
        "metadata[*]",
        "!currency",
        "!customer",
        "!instructions_email",
        "!origin",
        "!refund_application_fee",
        "!reverse_transfer"
    };
    private static final List<String> REASONS = List.of("duplicate", "fraudulent", "requested_by_customer");

    private final RefundBook book;

    Refunds(RefundBook book) {
        this.book = book;
    }

    List<Route> routes() {
        return List.of(
                Route.post(URL, Accepted.of(FIELDS), this::create),
                Route.get(
                        URL,
                        Listing.accepted("payment_intent", "charge"),
                        call -> Listing.of(call, Kind.REFUND, URL, any -> true)),
                Route.get(URL + "/{id}", Accepted.of(), call -> call.target(Kind.REFUND)),
                Route.post(URL + "/{id}", Accepted.of("metadata", "metadata[*]"), this::update),
                Route.post(URL + "/{id}/cancel", Accepted.of(), this::cancel));
    }

    private JsonObject create(Call call) {
        Params params = call.params();
        RefundOrder order = new RefundOrder(
                params.integer("amount", 1, Long.MAX_VALUE), params.oneOf("reason", REASONS), Metadata.of(params));
        return book.make(call.tx(), charge(call), order);
    }

    private static JsonObject charge(Call call) {
        String charge = call.params().text("charge");
        String intent = call.params().text("payment_intent");
        if (charge == null && intent == null) {
            throw StripeError.missingParam("payment_intent");
        }
        if (charge != null && intent != null) {
            throw StripeError.invalid(
                    null, "charge", "You may only specify one of these parameters: charge, payment_intent.");
        }
        return charge != null
                ? named(call, Kind.CHARGE, "charge", charge)
                : PaymentRef.charge(
                        call.tx(),
                        Json.requiredString(
                                named(call, Kind.PAYMENT_INTENT, "payment_intent", String.valueOf(intent)), "id"));
    }

    private static JsonObject named(Call call, Kind kind, String param, String id) {
        return call.tx().find(kind, id).orElseThrow(() -> StripeError.notFound(kind, param, id));
    }

    private JsonObject update(Call call) {
        JsonObject refund = call.target(Kind.REFUND);
        JsonObject before = refund.getAsJsonObject("metadata");
        JsonObject after = Metadata.merged(before, call.params());
        return before.equals(after) ? refund : book.annotate(call.tx(), refund, after);
    }

    private JsonObject cancel(Call call) {
        return book.cancel(call.tx(), call.target(Kind.REFUND));
    }

    /** The first page of a charge's refunds, as {@code expand[]=refunds} shows it. */
    static JsonObject listOf(Tx tx, String charge) {
        return Listing.page(
                Params.of(Map.of()), "/v1/charges/" + charge + "/refunds", tx.linkedTo(Kind.REFUND, charge));
    }
}
