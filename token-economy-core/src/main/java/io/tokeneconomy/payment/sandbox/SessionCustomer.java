package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who buys: a known customer, an address given in advance, or a guest. */
final class SessionCustomer {

    private static final String GUEST_EMAIL = "buyer@example.com";
    private static final int MAX_EMAIL = 512;

    private SessionCustomer() {}

    static void add(Tx tx, JsonObject session, Params params) {
        String customer = params.text("customer");
        String email = params.text("customer_email");
        refuseContradictions(params, customer, email);
        if (customer != null) {
            JsonObject found = Customers.referred(tx, "customer", customer);
            requireAddress(found, params);
            session.addProperty("customer", customer);
            session.add("customer_details", details(Json.string(found, "email"), Json.string(found, "name")));
            return;
        }
        String creation = params.oneOf("customer_creation", List.of("always", "if_required"));
        String usual = SessionMode.isSubscription(session) ? "always" : "if_required";
        session.addProperty("customer_creation", creation == null ? usual : creation);
        if (email != null) {
            session.addProperty("customer_email", email);
            session.add("customer_details", details(email, null));
        }
    }

    private static void refuseContradictions(Params params, @Nullable String customer, @Nullable String email) {
        if (customer != null && email != null) {
            throw StripeError.invalid(
                    null, "customer_email", "You may only specify one of these parameters: customer, customer_email.");
        }
        if (customer != null && params.has("customer_creation")) {
            throw StripeError.invalid(
                    null, "customer_creation", "`customer_creation` needs a session without customer.");
        }
        if (customer == null && params.has("customer_update")) {
            throw StripeError.invalid(null, "customer_update", "`customer_update` can only be used with `customer`.");
        }
        if (email != null && (email.length() > MAX_EMAIL || !email.contains("@"))) {
            throw StripeError.invalid("email_invalid", "customer_email", "Invalid email address: " + email);
        }
    }

    /** Taxes need a place: the customer's, or one that is typed on the page and may be kept. */
    private static void requireAddress(JsonObject customer, Params params) {
        boolean taxed = Boolean.TRUE.equals(params.inside("automatic_tax").flag("enabled"));
        boolean known = customer.has("address") && customer.get("address").isJsonObject();
        Params update = params.inside("customer_update");
        boolean kept = "auto".equals(update.text("address")) || "auto".equals(update.text("shipping"));
        if (taxed && !known && !kept) {
            throw StripeError.invalid(
                    "customer_tax_location_invalid",
                    "automatic_tax[enabled]",
                    "Automatic tax calculation in Checkout requires a valid address on the Customer, or"
                            + " `customer_update[address]` set to 'auto'.");
        }
    }

    /** Fills in what a buyer types on the page, and makes the customer if the session asks for one. */
    static void complete(Tx tx, JsonObject session) {
        if (!session.has("customer_details")) {
            session.add("customer_details", details(GUEST_EMAIL, null));
        }
        if (Json.is(session, "customer_creation", "always") && Json.string(session, "customer") == null) {
            JsonObject customer = Customers.blank(tx);
            customer.add("email", session.getAsJsonObject("customer_details").get("email"));
            tx.put(Kind.CUSTOMER, customer);
            session.addProperty("customer", Json.requiredString(customer, "id"));
        }
    }

    private static JsonObject details(@Nullable String email, @Nullable String name) {
        JsonObject details = new JsonObject();
        details.add("address", JsonNull.INSTANCE);
        details.add("business_name", JsonNull.INSTANCE);
        details.add("email", Json.of(email));
        details.add("individual_name", JsonNull.INSTANCE);
        details.add("name", Json.of(name));
        details.add("phone", JsonNull.INSTANCE);
        details.addProperty("tax_exempt", "none");
        details.add("tax_ids", JsonNull.INSTANCE);
        return details;
    }
}
