package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code /v1/checkout/sessions} ({@code docs.stripe.com/api/checkout/sessions}). */
final class Sessions {

    private static final String URL = "/v1/checkout/sessions";
    private static final String[] FILTERS = {
        "customer",
        "customer_details[email]",
        "payment_intent",
        "status",
        "!payment_link",
        "subscription",
        "!customer_account"
    };

    private final Checkout checkout;
    private final SessionMaker maker;

    Sessions(Checkout checkout, SessionMaker maker) {
        this.checkout = checkout;
        this.maker = maker;
    }

    List<Route> routes() {
        return List.of(
                Route.post(URL, SessionMaker.ACCEPTED, this::create),
                Route.get(URL, Listing.accepted(FILTERS), this::list),
                Route.get(URL + "/{id}", Accepted.of(), this::current),
                Route.post(URL + "/{id}", Accepted.of("metadata", "metadata[*]"), this::update),
                Route.post(URL + "/{id}/expire", Accepted.of(), this::expire),
                Route.get(URL + "/{id}/line_items", Listing.pagingOnly(), this::lineItems));
    }

    private JsonObject create(Call call) {
        JsonObject session = maker.make(call.tx(), call.params());
        checkout.opened(call.tx(), session);
        return session;
    }

    private JsonObject current(Call call) {
        return checkout.current(call.tx(), call.target(Kind.SESSION));
    }

    private JsonObject update(Call call) {
        JsonObject session = current(call);
        session.add("metadata", Metadata.merged(session.getAsJsonObject("metadata"), call.params()));
        call.tx().put(Kind.SESSION, session);
        return session;
    }

    private JsonObject expire(Call call) {
        JsonObject session = current(call);
        if (!Json.is(session, "status", "open")) {
            throw StripeError.invalid(
                    null,
                    null,
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a"
                            + " status of `" + Json.string(session, "status") + "`.");
        }
        return checkout.expire(call.tx(), session);
    }

    private JsonObject lineItems(Call call) {
        return LineItems.page(call.target(Kind.SESSION), call.params());
    }

    private JsonObject list(Call call) {
        checkout.expireDue(call.tx());
        Params params = call.params();
        String status = params.oneOf("status", List.of("open", "complete", "expired"));
        String email = params.inside("customer_details").text("email");
        Predicate<JsonObject> filter = Listing.fits("status", status)
                .and(Listing.fits("customer", params.text("customer")))
                .and(Listing.fits("subscription", params.text("subscription")))
                .and(session -> email == null || email.equals(email(session)));
        return Listing.of(call, Kind.SESSION, URL, filter);
    }

    private static @Nullable String email(JsonObject session) {
        boolean known = session.has("customer_details")
                && session.get("customer_details").isJsonObject();
        return known ? Json.string(Objects.requireNonNull(session.getAsJsonObject("customer_details")), "email") : null;
    }
}
