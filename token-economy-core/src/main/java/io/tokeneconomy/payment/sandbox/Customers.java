package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;

/** {@code /v1/customers} ({@code docs.stripe.com/api/customers}). */
final class Customers {

    private static final String URL = "/v1/customers";
    private static final String[] FIELDS = {
        "description",
        "email",
        "name",
        "phone",
        "metadata",
        "metadata[*]",
        "address",
        "address[city]",
        "address[country]",
        "address[line1]",
        "address[line2]",
        "address[postal_code]",
        "address[state]",
        "preferred_locales[#]",
        "tax_exempt",
        "!balance",
        "!business_name",
        "!cash_balance[**]",
        "!individual_name",
        "!invoice_prefix",
        "!invoice_settings[**]",
        "!next_invoice_sequence",
        "!payment_method",
        "!shipping[**]",
        "!source",
        "!default_source",
        "!tax[**]",
        "!tax_id_data[**]",
        "!test_clock",
        "!validate"
    };
    private static final List<String> TEXTS = List.of("description", "email", "name", "phone");
    private static final int MAX_EMAIL = 512;

    private Customers() {}

    static List<Route> routes(EventLog events, SubscriptionBook subscriptions) {
        return List.of(
                Route.post(URL, Accepted.of(FIELDS), Customers::create),
                Route.get(URL, Listing.accepted("email", "!test_clock"), Customers::list),
                Route.get(URL + "/{id}", Accepted.of(), call -> call.target(Kind.CUSTOMER)),
                Route.post(URL + "/{id}", Accepted.of(FIELDS), Customers::update),
                Route.delete(URL + "/{id}", Accepted.of(), call -> delete(call, events, subscriptions)));
    }

    /** The customer that a parameter names; a deleted one does not count. */
    static JsonObject referred(Tx tx, String param, String id) {
        return tx.find(Kind.CUSTOMER, id)
                .filter(found -> !Json.flag(found, "deleted"))
                .orElseThrow(() -> StripeError.noReferent(Kind.CUSTOMER, param, id));
    }

    /** A new customer without any details. */
    static JsonObject blank(Tx tx) {
        JsonObject customer = new JsonObject();
        customer.addProperty("id", Kind.CUSTOMER.newId());
        customer.addProperty("object", Kind.CUSTOMER.object());
        customer.addProperty("created", tx.nowSeconds());
        return customer;
    }

    private static JsonObject create(Call call) {
        return save(call, blank(call.tx()));
    }

    private static JsonObject update(Call call) {
        return save(call, living(call));
    }

    private static JsonObject save(Call call, JsonObject customer) {
        Params params = call.params();
        for (String field : TEXTS) {
            String value = params.raw(field);
            if (value != null) {
                customer.add(field, Json.of(value.isEmpty() ? null : checked(params, field, value)));
            }
        }
        String exempt = params.oneOf("tax_exempt", List.of("none", "exempt", "reverse"));
        if (exempt != null) {
            customer.addProperty("tax_exempt", exempt);
        }
        if (params.has("address")) {
            customer.add("address", params.textObject("address"));
        }
        if (params.has("preferred_locales")) {
            customer.add("preferred_locales", Json.texts(params.texts("preferred_locales")));
        }
        customer.add("metadata", Metadata.merged(metadata(customer), params));
        call.tx().put(Kind.CUSTOMER, customer);
        return customer;
    }

    private static JsonObject metadata(JsonObject customer) {
        JsonObject metadata = customer.getAsJsonObject("metadata");
        return metadata == null ? new JsonObject() : metadata;
    }

    private static String checked(Params params, String field, String value) {
        if (field.equals("email") && (value.length() > MAX_EMAIL || !value.contains("@"))) {
            throw StripeError.invalid("email_invalid", params.path(field), "Invalid email address: " + value);
        }
        return value;
    }

    private static JsonObject list(Call call) {
        String email = call.params().text("email");
        return Listing.of(
                call,
                Kind.CUSTOMER,
                URL,
                customer -> !Json.flag(customer, "deleted") && (email == null || Json.is(customer, "email", email)));
    }

    private static JsonObject delete(Call call, EventLog events, SubscriptionBook subscriptions) {
        JsonObject customer = living(call);
        subscriptions.endAllOf(call.tx(), call.id());
        events.emit(call.tx(), "customer.deleted", customer);
        JsonObject gone = new JsonObject();
        gone.addProperty("id", Json.requiredString(customer, "id"));
        gone.addProperty("object", Kind.CUSTOMER.object());
        gone.addProperty("deleted", true);
        call.tx().put(Kind.CUSTOMER, gone);
        return gone;
    }

    private static JsonObject living(Call call) {
        JsonObject customer = call.target(Kind.CUSTOMER);
        if (Json.flag(customer, "deleted")) {
            throw StripeError.notFound(Kind.CUSTOMER, "id", call.id());
        }
        return customer;
    }
}
