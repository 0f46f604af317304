package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;

/** {@code /v1/products} ({@code docs.stripe.com/api/products}). */
final class Products {

    private static final String URL = "/v1/products";
    private static final String[] FIELDS = {
        "id",
        "name",
        "active",
        "description",
        "images[#]",
        "metadata[*]",
        "statement_descriptor",
        "tax_code",
        "type",
        "unit_label",
        "url",
        "!default_price_data[**]",
        "!marketing_features[**]",
        "!package_dimensions[**]",
        "!shippable"
    };
    private static final List<String> TEXTS =
            List.of("description", "statement_descriptor", "tax_code", "unit_label", "url");

    private Products() {}

    static List<Route> routes() {
        return List.of(
                Route.post(URL, Accepted.of(FIELDS), Products::create),
                Route.get(URL, Listing.accepted("active", "ids[#]", "!shippable", "!type", "!url"), Products::list),
                Route.get(URL + "/{id}", Accepted.of(), call -> call.target(Kind.PRODUCT)));
    }

    private static JsonObject create(Call call) {
        return make(call.tx(), call.params());
    }

    /** Makes a product from {@code product_data} or the like. */
    static JsonObject make(Tx tx, Params params) {
        String id = params.text("id");
        if (id != null && tx.find(Kind.PRODUCT, id).isPresent()) {
            throw StripeError.invalid("resource_already_exists", "id", "Product already exists.");
        }
        JsonObject product = new JsonObject();
        product.addProperty("id", id == null ? Kind.PRODUCT.newId() : id);
        product.addProperty("object", Kind.PRODUCT.object());
        product.addProperty("name", params.required("name"));
        product.addProperty("active", !Boolean.FALSE.equals(params.flag("active")));
        product.addProperty("created", tx.nowSeconds());
        product.addProperty("updated", tx.nowSeconds());
        for (String field : TEXTS) {
            product.add(field, Json.of(params.text(field)));
        }
        product.add("images", Json.texts(params.texts("images")));
        product.add("metadata", Metadata.of(params));
        tx.put(Kind.PRODUCT, product);
        return product;
    }

    private static JsonObject list(Call call) {
        Boolean active = call.params().flag("active");
        List<String> ids = call.params().texts("ids");
        return Listing.of(
                call,
                Kind.PRODUCT,
                URL,
                product -> (active == null || active == Json.flag(product, "active"))
                        && (ids.isEmpty() || ids.contains(Json.requiredString(product, "id"))));
    }
}
