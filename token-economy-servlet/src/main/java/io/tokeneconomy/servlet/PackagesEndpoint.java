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
        TopUpOffer topUp = kit.settings().topUp;
        if (topUp != null) {
            json.add("topUp", json(topUp, language));
        }
        return Reply.json(json).header("Cache-Control", "private, max-age=60").header("Vary", "Accept-Language");
    }

    /** What is asked beside each package, in words, so that they are the same wherever they stand. */
    private static JsonObject json(TopUpOffer topUp, Messages language) {
        JsonObject json = new JsonObject();
        json.addProperty("terms", topUp.id());
        json.addProperty("wish", topUp.wish(language));
        json.addProperty("note", topUp.terms(language));
        return json;
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
