package io.tokeneconomy.servlet;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.tokeneconomy.catalog.TokenPackage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code GET /api/tokens/packages?lang=}: what is on sale, for anybody. */
final class PackagesEndpoint implements Endpoint {

    private final PageKit kit;

    PackagesEndpoint(PageKit kit) {
        this.kit = kit;
    }

    @Override
    public Reply answer(HttpServletRequest request, HttpServletResponse response) {
        Messages language = kit.languages().of(request);
        JsonArray packages = new JsonArray();
        kit.economy().catalog().packages().forEach(offer -> packages.add(json(offer, language)));
        JsonObject json = new JsonObject();
        json.add("packages", packages);
        return Reply.json(json).header("Cache-Control", "private, max-age=60").header("Vary", "Accept-Language");
    }

    private JsonObject json(TokenPackage offer, Messages language) {
        JsonObject json = new JsonObject();
        json.addProperty("id", offer.id());
        json.addProperty("name", kit.languages().packageName(language, offer));
        json.addProperty("description", kit.languages().packageDescription(language, offer));
        json.addProperty("tokens", offer.tokens());
        json.addProperty("bonus", offer.bonus());
        json.addProperty("amountMinor", offer.price().amountMinor());
        json.addProperty("amount", offer.price().amount().toPlainString());
        json.addProperty("currency", offer.price().currency());
        json.addProperty("price", offer.price().format());
        json.addProperty("highlighted", offer.id().equals(kit.settings().highlighted));
        return json;
    }
}
