package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.net.URI;
import java.util.List;

/** Makes a Checkout Session from a request: for one payment or a subscription, on a hosted or an embedded page. */
final class SessionMaker {

    static final Accepted ACCEPTED = Accepted.of(
            "mode",
            "ui_mode",
            "success_url",
            "cancel_url",
            "client_reference_id",
            "customer",
            "customer_email",
            "customer_creation",
            "currency",
            "expires_at",
            "metadata[*]",
            "line_items[#][price]",
            "line_items[#][quantity]",
            "line_items[#][metadata][*]",
            "line_items[#][adjustable_quantity][enabled]",
            "line_items[#][adjustable_quantity][minimum]",
            "line_items[#][adjustable_quantity][maximum]",
            "!line_items[#][tax_rates][**]",
            "line_items[#][price_data][currency]",
            "line_items[#][price_data][product]",
            "line_items[#][price_data][unit_amount]",
            "line_items[#][price_data][unit_amount_decimal]",
            "line_items[#][price_data][tax_behavior]",
            "line_items[#][price_data][recurring][interval]",
            "line_items[#][price_data][recurring][interval_count]",
            "line_items[#][price_data][product_data][name]",
            "line_items[#][price_data][product_data][description]",
            "line_items[#][price_data][product_data][images][#]",
            "line_items[#][price_data][product_data][metadata][*]",
            "line_items[#][price_data][product_data][tax_code]",
            "line_items[#][price_data][product_data][unit_label]",
            "payment_intent_data[metadata][*]",
            "payment_intent_data[description]",
            "payment_intent_data[receipt_email]",
            "payment_intent_data[statement_descriptor]",
            "payment_intent_data[statement_descriptor_suffix]",
            "payment_intent_data[transfer_group]",
            "payment_intent_data[setup_future_usage]",
            "!payment_intent_data[**]",
            "automatic_tax[enabled]",
            "phone_number_collection[enabled]",
            "locale",
            "submit_type",
            "billing_address_collection",
            "allow_promotion_codes",
            "origin_context",
            "integration_identifier",
            "adaptive_pricing[**]",
            "branding_settings[**]",
            "consent_collection[**]",
            "custom_text[**]",
            "customer_update[**]",
            "excluded_payment_method_types[#]",
            "name_collection[**]",
            "payment_method_configuration",
            "payment_method_data[**]",
            "payment_method_options[**]",
            "payment_method_types[#]",
            "saved_payment_method_options[**]",
            "tax_id_collection[**]",
            "wallet_options[**]",
            "after_expiration[recovery][enabled]",
            "after_expiration[recovery][allow_promotion_codes]",
            "!after_expiration[**]",
            "!automatic_tax[**]",
            "custom_fields[#][key]",
            "custom_fields[#][label][type]",
            "custom_fields[#][label][custom]",
            "custom_fields[#][type]",
            "custom_fields[#][optional]",
            "custom_fields[#][dropdown][options][#][value]",
            "custom_fields[#][dropdown][options][#][label]",
            "!custom_fields[**]",
            "!customer_account",
            "discounts[#][coupon]",
            "discounts[#][promotion_code]",
            "invoice_creation[enabled]",
            "!invoice_creation[**]",
            "!managed_payments[**]",
            "!optional_items[**]",
            "!payment_method_collection",
            "!permissions[**]",
            "redirect_on_completion",
            "return_url",
            "!setup_intent_data[**]",
            "!shipping_address_collection[**]",
            "!shipping_options[**]",
            "subscription_data[metadata][*]",
            "subscription_data[description]",
            "!subscription_data[**]");

    /** Private field: what the payment will carry. */
    static final String PAYMENT_DATA = "_payment_intent_data";

    static final int MAX_REFERENCE = 200;
    static final int MAX_URL = 5_000;

    private static final long SHORTEST_SECONDS = 30 * 60;
    private static final long LONGEST_SECONDS = 24 * 60 * 60;
    private static final long LENIENCY_SECONDS = 60; // clocks differ and requests travel
    private static final List<String> KEPT_TEXTS =
            List.of("locale", "submit_type", "billing_address_collection", "origin_context", "integration_identifier");

    private final URI base;

    /** @param base where the hosted page lives */
    SessionMaker(URI base) {
        this.base = base;
    }

    JsonObject make(Tx tx, Params params) {
        JsonObject session = new JsonObject();
        String id = Kind.SESSION.newId();
        session.addProperty("id", id);
        session.addProperty("object", Kind.SESSION.object());
        SessionMode.add(session, params);
        session.addProperty("status", "open");
        session.addProperty("payment_status", "unpaid");
        session.addProperty("created", tx.nowSeconds());
        session.addProperty("expires_at", expiry(tx, params));
        session.add("metadata", Metadata.of(params));
        SessionPlace.add(session, params, base);
        Recovery.add(session, params);
        addReference(session, params);
        SessionCustomer.add(tx, session, params);
        addItems(tx, session, params);
        addKept(session, params);
        CustomFields.add(session, params);
        return session;
    }

    private static long expiry(Tx tx, Params params) {
        Long asked = params.integer("expires_at");
        if (asked == null) {
            return tx.nowSeconds() + LONGEST_SECONDS;
        }
        long lifetime = asked - tx.nowSeconds();
        if (lifetime < SHORTEST_SECONDS - LENIENCY_SECONDS) {
            throw StripeError.invalid(
                    null,
                    "expires_at",
                    "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.");
        }
        if (lifetime > LONGEST_SECONDS + LENIENCY_SECONDS) {
            throw StripeError.invalid(
                    null,
                    "expires_at",
                    "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.");
        }
        return asked;
    }

    private static void addReference(JsonObject session, Params params) {
        String reference = params.text("client_reference_id");
        if (reference != null && reference.length() > MAX_REFERENCE) {
            throw StripeError.invalid(
                    null, "client_reference_id", "At most " + MAX_REFERENCE + " characters are allowed.");
        }
        session.add("client_reference_id", Json.of(reference));
    }

    private static void addItems(Tx tx, JsonObject session, Params params) {
        List<JsonObject> items = LineItems.of(tx, session, params);
        String currency = Json.requiredString(items.get(0), "currency");
        if (params.has("currency") && !Currencies.required(params, "currency").equals(currency)) {
            throw StripeError.invalid(null, "currency", "The line items are in " + currency + ".");
        }
        session.addProperty("currency", currency);
        session.add(LineItems.FIELD, Json.array(items));
        Discounts.add(tx, session, params);
        Amounts.set(tx, session, 0);
    }

    private static void addKept(JsonObject session, Params params) {
        KEPT_TEXTS.forEach(name -> {
            if (params.has(name)) {
                session.addProperty(name, params.text(name));
            }
        });
        if (params.has("allow_promotion_codes")) {
            session.addProperty("allow_promotion_codes", params.flag("allow_promotion_codes"));
        }
        if (Boolean.TRUE.equals(params.inside("automatic_tax").flag("enabled"))) {
            session.add("automatic_tax", automaticTax());
        }
        if (params.has("invoice_creation")) {
            session.add("invoice_creation", invoiceCreation(params));
        }
        if (params.has("phone_number_collection")) {
            JsonObject phone = new JsonObject();
            phone.addProperty(
                    "enabled", params.inside("phone_number_collection").flag("enabled"));
            session.add("phone_number_collection", phone);
        }
        Params payment = params.inside("payment_intent_data");
        JsonObject data = new JsonObject();
        payment.eachLeaf((parts, value) -> {
            if (parts.size() == 1) {
                data.addProperty(parts.get(0), value);
            }
        });
        data.add("metadata", Metadata.of(payment));
        session.add(PAYMENT_DATA, data);
    }

    /** No invoice is made: nothing that this sandbox plays depends on one. */
    private static JsonObject invoiceCreation(Params params) {
        JsonObject invoice = new JsonObject();
        invoice.addProperty(
                "enabled", Boolean.TRUE.equals(params.inside("invoice_creation").flag("enabled")));
        JsonObject data = new JsonObject();
        List.of("account_tax_ids", "custom_fields", "description", "footer", "issuer", "rendering_options")
                .forEach(name -> data.add(name, JsonNull.INSTANCE));
        data.add("metadata", new JsonObject());
        invoice.add("invoice_data", data);
        return invoice;
    }

    /** Nothing is computed: a test says with {@link PayOptions#tax} what the tax is. */
    private static JsonObject automaticTax() {
        JsonObject liability = new JsonObject();
        liability.addProperty("type", "self");
        JsonObject tax = new JsonObject();
        tax.addProperty("enabled", true);
        tax.add("liability", liability);
        tax.addProperty("provider", "stripe");
        tax.addProperty("status", "requires_location_inputs");
        return tax;
    }
}
