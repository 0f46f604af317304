package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /v1/prices} ({@code docs.stripe.com/api/prices}). */
final class Prices {

    private static final String URL = "/v1/prices";
    private static final int MAX_LOOKUP_KEYS = 10;
    private static final int MAX_LOOKUP_KEY = 200;
    private static final String[] CREATE = {
        "currency",
        "active",
        "billing_scheme",
        "lookup_key",
        "transfer_lookup_key",
        "metadata[*]",
        "nickname",
        "product",
        "product_data[active]",
        "product_data[id]",
        "product_data[metadata][*]",
        "product_data[name]",
        "product_data[statement_descriptor]",
        "product_data[tax_code]",
        "product_data[unit_label]",
        "recurring[interval]",
        "recurring[interval_count]",
        "tax_behavior",
        "unit_amount",
        "unit_amount_decimal",
        "!recurring[**]",
        "!currency_options[**]",
        "!custom_unit_amount[**]",
        "!tiers[**]",
        "!tiers_mode",
        "!transform_quantity[**]"
    };
    private static final String[] UPDATE = {
        "active",
        "lookup_key",
        "transfer_lookup_key",
        "metadata",
        "metadata[*]",
        "nickname",
        "tax_behavior",
        "!currency_options[**]"
    };
    private static final String[] FILTERS = {"active", "currency", "lookup_keys[#]", "product", "type", "!recurring[**]"
    };

    private Prices() {}

    static List<Route> routes() {
        return List.of(
                Route.post(URL, Accepted.of(CREATE), Prices::create),
                Route.get(URL, Listing.accepted(FILTERS), Prices::list),
                Route.get(URL + "/{id}", Accepted.of(), call -> call.target(Kind.PRICE)),
                Route.post(URL + "/{id}", Accepted.of(UPDATE), Prices::update));
    }

    private static JsonObject create(Call call) {
        Params params = call.params();
        JsonObject price = PriceMaker.make(call.tx(), params, product(call.tx(), params));
        price.addProperty("active", !Boolean.FALSE.equals(params.flag("active")));
        price.add("nickname", Json.of(params.text("nickname")));
        price.add("metadata", Metadata.of(params));
        setLookupKey(call.tx(), price, params);
        call.tx().put(Kind.PRICE, price);
        return price;
    }

    private static String product(Tx tx, Params params) {
        String product = params.text("product");
        if ((product == null) == params.inside("product_data").isEmpty()) {
            throw product == null
                    ? StripeError.missingParam("product")
                    : StripeError.invalid(null, "product", "You may only specify one of: product, product_data.");
        }
        if (product == null) {
            return Json.requiredString(Products.make(tx, params.inside("product_data")), "id");
        }
        return PriceMaker.existingProduct(tx, params, product);
    }

    private static JsonObject update(Call call) {
        JsonObject price = call.target(Kind.PRICE);
        Params params = call.params();
        Boolean active = params.flag("active");
        if (active != null) {
            price.addProperty("active", active);
        }
        String nickname = params.raw("nickname");
        if (nickname != null) {
            price.add("nickname", Json.of(nickname.isEmpty() ? null : nickname));
        }
        JsonObject metadata = price.getAsJsonObject("metadata");
        price.add("metadata", Metadata.merged(metadata == null ? new JsonObject() : metadata, params));
        PriceMaker.setTaxBehavior(price, params);
        setLookupKey(call.tx(), price, params);
        call.tx().put(Kind.PRICE, price);
        return price;
    }

    private static void setLookupKey(Tx tx, JsonObject price, Params params) {
        String key = params.raw("lookup_key");
        if (key == null || key.isEmpty()) {
            if (key != null) {
                price.add("lookup_key", JsonNull.INSTANCE);
            }
            return;
        }
        if (key.length() > MAX_LOOKUP_KEY) {
            throw StripeError.invalid(
                    null, "lookup_key", "A lookup key has at most " + MAX_LOOKUP_KEY + " characters.");
        }
        holder(tx, key)
                .filter(other -> !Json.is(other, "id", Json.requiredString(price, "id")))
                .ifPresent(other -> take(tx, other, Boolean.TRUE.equals(params.flag("transfer_lookup_key"))));
        price.addProperty("lookup_key", key);
    }

    private static Optional<JsonObject> holder(Tx tx, String key) {
        return tx.newestFirst(Kind.PRICE)
                .filter(price -> Json.is(price, "lookup_key", key))
                .findFirst();
    }

    private static void take(Tx tx, JsonObject other, boolean transfer) {
        if (!transfer) {
            throw StripeError.invalid(
                    null,
                    "lookup_key",
                    "A price (`" + Json.requiredString(other, "id") + "`) already uses that lookup key.");
        }
        JsonObject changed = other.deepCopy();
        changed.add("lookup_key", JsonNull.INSTANCE);
        tx.put(Kind.PRICE, changed);
    }

    private static JsonObject list(Call call) {
        Params params = call.params();
        List<String> keys = params.texts("lookup_keys");
        if (keys.size() > MAX_LOOKUP_KEYS) {
            throw StripeError.invalid(null, "lookup_keys", "At most " + MAX_LOOKUP_KEYS + " lookup keys are allowed.");
        }
        Boolean active = params.flag("active");
        String product = params.text("product");
        String currency = params.text("currency");
        String type = params.oneOf("type", List.of("one_time", "recurring"));
        return Listing.of(
                call,
                Kind.PRICE,
                URL,
                price -> (active == null || active == Json.flag(price, "active"))
                        && (keys.isEmpty() || keys.contains(Json.string(price, "lookup_key")))
                        && fits(price, "product", product)
                        && fits(price, "currency", currency)
                        && fits(price, "type", type));
    }

    private static boolean fits(JsonObject price, String field, @Nullable String wanted) {
        return wanted == null || Json.is(price, field, wanted);
    }
}
