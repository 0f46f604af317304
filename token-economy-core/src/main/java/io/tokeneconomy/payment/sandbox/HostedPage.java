package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The payment page: plain HTML without scripts, its only style allowed by hash. */
final class HostedPage {

    /** The address of a session's page is this path and its id. */
    static final String PATH = "/c/pay/";

    private static final String STYLE = Resources.text("page.css");
    private static final String FRAME = Resources.text("page.html");
    private static final String BODY = Resources.text("pay.html");
    private static final String BANK = Resources.text("bank.html");

    // No form-action 'self': browsers apply it to the redirect that follows the form, so it would block the way back.
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; img-src data:; base-uri 'none'; frame-ancestors 'none'; form-action http: https:";

    private HostedPage() {}

    static String contentSecurityPolicy() {
        return POLICY;
    }

    /** @param problem what went wrong with the last try, else empty */
    static String payment(JsonObject session, String problem) {
        String amount = Currencies.show(Json.number(session, "amount_total"), Json.requiredString(session, "currency"));
        String action = escape(SessionPlace.path(session) + "/pay");
        String body = fill(
                BODY,
                "amount",
                escape(amount),
                "items",
                items(session),
                "problem",
                problem.isEmpty() ? "" : "<p class=\"problem\" role=\"alert\">" + escape(problem) + "</p>",
                "action",
                action,
                "cards",
                buttons(action, card -> !card.isLater() && card.aftermath() == Aftermath.NONE),
                "aftermath",
                buttons(action, card -> card.aftermath() != Aftermath.NONE),
                "later",
                buttons(action, card -> card.isLater() && !SessionMode.isSubscription(session)),
                "payer",
                payer(session),
                "cancel",
                cancel(session, "Cancel and go back"));
        return page("Pay " + amount, body);
    }

    /** What the card's bank asks its owner. */
    static String authentication(JsonObject session, String card) {
        String amount = Currencies.show(Json.number(session, "amount_total"), Json.requiredString(session, "currency"));
        return page(
                "Confirm " + amount,
                fill(
                        BANK,
                        "amount",
                        escape(amount),
                        "card",
                        escape(card),
                        "last4",
                        escape(card.substring(card.length() - 4)),
                        "action",
                        escape(SessionPlace.path(session) + "/pay")));
    }

    /** A page that only says why there is nothing to pay. */
    static String notice(String title, String message, JsonObject session) {
        return notice(title, message, wayBack(session));
    }

    /** @param wayBack HTML */
    static String notice(String title, String message, String wayBack) {
        return page(
                title,
                "<section class=\"card notice\"><h1>" + escape(title) + "</h1><p>" + escape(message) + "</p>" + wayBack
                        + "</section>");
    }

    /** @param body HTML */
    static String page(String title, String body) {
        return fill(FRAME, "title", escape(title), "style", STYLE, "body", body);
    }

    private static String items(JsonObject session) {
        List<JsonObject> items = LineItems.in(session).toList();
        return IntStream.range(0, items.size())
                .mapToObj(index -> item(items.get(index), QuantityForm.of(session, index, items.get(index))))
                .collect(Collectors.joining());
    }

    private static String item(JsonObject item, String form) {
        String currency = Json.requiredString(item, "currency");
        long quantity = Json.number(item, "quantity");
        String each = Currencies.show(Json.number(item.getAsJsonObject("price"), "unit_amount"), currency);
        String times = quantity == 1 ? "" : "<small>" + quantity + " × " + escape(each) + "</small>";
        String total = Currencies.show(Json.number(item, "amount_total"), currency);
        return "<li><span>" + escape(Json.requiredString(item, "description")) + times + interval(item) + form
                + "</span><b>" + escape(total) + "</b></li>";
    }

    private static String interval(JsonObject item) {
        JsonObject price = item.getAsJsonObject("price");
        if (!price.has("recurring")) {
            return "";
        }
        JsonObject recurring = price.getAsJsonObject("recurring");
        long count = Json.number(recurring, "interval_count");
        String unit = Json.requiredString(recurring, "interval");
        return "<small>every " + (count == 1 ? unit : count + " " + unit + "s") + "</small>";
    }

    private static String buttons(String action, Predicate<TestCard> shown) {
        return Stream.of(TestCard.values())
                .filter(shown)
                .map(card -> "<form method=\"post\" action=\"" + action + "\"><button class=\"test "
                        + card.outcome().name().toLowerCase(Locale.ROOT) + "\" name=\"card\" value=\"" + card.number()
                        + "\"><span>" + escape(card.label()) + "</span><code>" + card.shown()
                        + "</code></button></form>")
                .collect(Collectors.joining());
    }

    private static String payer(JsonObject session) {
        if (!session.has("customer_details")) {
            return "";
        }
        String email = Json.string(session.getAsJsonObject("customer_details"), "email");
        return email == null ? "" : "<p class=\"payer\">Paying as <b>" + escape(email) + "</b></p>";
    }

    private static String cancel(JsonObject session, String text) {
        String url = Json.string(session, "cancel_url");
        return url == null ? "" : link(url, text);
    }

    private static String wayBack(JsonObject session) {
        String text = "Back to the shop";
        boolean complete = Json.is(session, "status", "complete");
        if (SessionPlace.isEmbedded(session)) {
            return "";
        }
        return complete ? link(ReturnUrl.success(session).toString(), text) : cancel(session, text);
    }

    private static String link(String url, String text) {
        return "<a class=\"cancel\" href=\"" + escape(url) + "\">" + escape(text) + "</a>";
    }

    /** Puts values into the places {@code {{name}}}; values are not looked through again. */
    private static String fill(String template, String... namesAndValues) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", from)) {
            int close = template.indexOf("}}", open);
            filled.append(template, from, open).append(value(template.substring(open + 2, close), namesAndValues));
            from = close + 2;
        }
        return filled.append(template.substring(from)).toString();
    }

    private static String value(String name, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i].equals(name)) {
                return namesAndValues[i + 1];
            }
        }
        throw new IllegalStateException("the template asks for " + name);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
