package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;

/** {@code POST /v1/products/:id} ({@code docs.stripe.com/api/products/update}). */
final class ProductChanges {

    private static final String[] FIELDS = {
        "name",
        "active",
        "description",
        "images",
        "images[#]",
        "metadata",
        "metadata[*]",
        "statement_descriptor",
        "tax_code",
        "unit_label",
        "url",
        "!default_price",
        "!marketing_features[**]",
        "!package_dimensions[**]",
        "!shippable"
    };
    private static final List<String> TEXTS =
            List.of("description", "statement_descriptor", "tax_code", "unit_label", "url");

    private ProductChanges() {}

    static List<Route> routes() {
        return List.of(Route.post("/v1/products/{id}", Accepted.of(FIELDS), ProductChanges::update));
    }

    private static JsonObject update(Call call) {
        JsonObject product = call.target(Kind.PRODUCT);
        Params params = call.params();
        String name = params.text("name");
        if (name != null) {
            product.addProperty("name", name);
        }
        Boolean active = params.flag("active");
        if (active != null) {
            product.addProperty("active", active);
        }
        for (String field : TEXTS) {
            String value = params.raw(field);
            if (value != null) {
                product.add(field, Json.of(value.isEmpty() ? null : value));
            }
        }
        if (params.has("images")) {
            product.add("images", Json.texts(params.texts("images")));
        }
        product.add("metadata", Metadata.merged(product.getAsJsonObject("metadata"), params));
        product.addProperty("updated", call.tx().nowSeconds());
        call.tx().put(Kind.PRODUCT, product);
        return product;
    }
}
