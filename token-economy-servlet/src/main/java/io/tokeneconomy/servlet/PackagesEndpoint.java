package io.tokeneconomy.servlet;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.TokenPackage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code GET /api/tokens/packages}: what is on sale, for anybody. */
final class PackagesEndpoint implements Endpoint {

    private final Catalog catalog;

    PackagesEndpoint(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        JsonArray packages = new JsonArray();
        catalog.packages().forEach(offer -> packages.add(json(offer)));
        JsonObject json = new JsonObject();
        json.add("packages", packages);
        return Reply.json(json).header("Cache-Control", "private, max-age=60");
    }

    private static JsonObject json(TokenPackage offer) {
        JsonObject json = new JsonObject();
        json.addProperty("id", offer.id());
        json.addProperty("name", offer.name());
        json.addProperty("description", offer.description());
        json.addProperty("tokens", offer.tokens());
        json.addProperty("bonus", offer.bonus());
        json.addProperty("amountMinor", offer.price().amountMinor());
        json.addProperty("currency", offer.price().currency());
        json.addProperty("price", offer.price().format());
        return json;
    }
}
