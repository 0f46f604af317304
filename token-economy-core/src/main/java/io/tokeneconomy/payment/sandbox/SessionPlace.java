package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a session is paid, and where its buyer goes afterwards. */
final class SessionPlace {

    private static final String UI_MODE = "ui_mode";
    private static final String EMBEDDED = "embedded_page";
    private static final String SECRET = "client_secret";
    private static final String AFTER = "redirect_on_completion";
    private static final String NEVER = "never";

    private SessionPlace() {}

    static void add(JsonObject session, Params params, URI base) {
        String place = params.oneOf(UI_MODE, List.of("hosted_page", EMBEDDED, "elements", "form"));
        if (place == null || place.equals("hosted_page")) {
            hosted(session, params, base);
        } else if (place.equals(EMBEDDED)) {
            embedded(session, params);
        } else {
            throw StripeError.invalid(
                    null, UI_MODE, "This sandbox supports only the ui_modes hosted_page and embedded_page.");
        }
    }

    private static void hosted(JsonObject session, Params params, URI base) {
        refuse(params, "hosted_page", "return_url", AFTER);
        session.addProperty("success_url", ReturnUrl.checked(params, "success_url", params.required("success_url")));
        String cancel = params.text("cancel_url");
        session.add("cancel_url", Json.of(cancel == null ? null : ReturnUrl.checked(params, "cancel_url", cancel)));
        session.addProperty("url", base + path(session));
    }

    private static void embedded(JsonObject session, Params params) {
        refuse(params, EMBEDDED, "success_url", "cancel_url");
        session.addProperty(UI_MODE, EMBEDDED);
        session.addProperty(SECRET, Json.requiredString(session, "id") + Ids.random("_secret_", 40));
        String after = params.oneOf(AFTER, List.of("always", "if_required", NEVER));
        session.addProperty(AFTER, after == null ? "always" : after);
        if (NEVER.equals(after)) {
            refuse(params, "redirect_on_completion never", "return_url");
            return;
        }
        session.addProperty("return_url", ReturnUrl.checked(params, "return_url", params.required("return_url")));
    }

    private static void refuse(Params params, String with, String... names) {
        for (String name : names) {
            if (params.has(name)) {
                throw StripeError.invalid(null, name, "`" + name + "` cannot be used with " + with + ".");
            }
        }
    }

    static boolean isEmbedded(JsonObject session) {
        return Json.is(session, UI_MODE, EMBEDDED);
    }

    /** Whether the buyer leaves the shop's page after paying. */
    static boolean isLeft(JsonObject session) {
        return !isEmbedded(session) || Json.is(session, AFTER, "always");
    }

    static String path(JsonObject session) {
        return isEmbedded(session)
                ? EmbeddedPage.PATH + Json.requiredString(session, SECRET)
                : HostedPage.PATH + Json.requiredString(session, "id");
    }

    /** Whether a page of that path is this session's: whoever embeds it has to know the secret. */
    static boolean isAt(JsonObject session, String path) {
        return path(session).equals(path);
    }

    /** The id in a path of either kind, with whatever it is. */
    static String idIn(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        int secret = last.indexOf("_secret_");
        return secret < 0 ? last : last.substring(0, secret);
    }

    static void close(JsonObject session) {
        session.remove("url");
    }

    /** Where the buyer is sent after paying; null where he never is. */
    static @Nullable String after(JsonObject session) {
        return Json.string(session, isEmbedded(session) ? "return_url" : "success_url");
    }
}
