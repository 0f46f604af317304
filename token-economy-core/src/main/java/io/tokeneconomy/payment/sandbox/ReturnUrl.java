package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/** The addresses a buyer comes back to. Only http and https: they become a link and a redirect. */
final class ReturnUrl {

    /** What Stripe replaces by the session's id in the success URL. */
    static final String PLACEHOLDER = "{CHECKOUT_SESSION_ID}";

    private ReturnUrl() {}

    static String checked(Params params, String name, String url) {
        if (url.length() > SessionMaker.MAX_URL || !isWeb(url.replace(PLACEHOLDER, "cs_test_x"))) {
            throw StripeError.invalid("url_invalid", params.path(name), "Not a valid URL");
        }
        return url;
    }

    private static boolean isWeb(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Where the buyer is sent after paying. One who is never sent anywhere has paid in a page of his own address. */
    static URI success(JsonObject session) {
        String template = Objects.requireNonNullElse(SessionPlace.after(session), "about:blank");
        return URI.create(template.replace(PLACEHOLDER, Json.requiredString(session, "id")));
    }
}
