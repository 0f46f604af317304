package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The payment page over HTTP: {@code GET /c/pay/<session>} shows it, {@code POST /c/pay/<session>/pay} pays; an embedded
 * one is under {@code /c/embed/<client secret>}.
 */
final class PageHandler implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(StripeSandbox.class);
    private static final int MAX_BODY = 16 << 10;
    private static final String PAY = "/pay";
    private static final List<String> ACTS = List.of(PAY, QuantityForm.PATH);
    private static final JsonObject NO_SESSION = new JsonObject();

    private final Cashier cashier;

    PageHandler(Cashier cashier) {
        this.cashier = cashier;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Content-Security-Policy", contentSecurityPolicy(exchange));
        headers.set("X-Content-Type-Options", "nosniff");
        // no-referrer would turn the Origin of the page's own form into null
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        try {
            route(exchange);
        } catch (StripeError e) {
            notice(exchange, e.status(), "This does not work", String.valueOf(e.getMessage()), NO_SESSION);
        } catch (RuntimeException e) {
            LOG.error("🧪 The sandbox's payment page failed", e);
            notice(exchange, 500, "The sandbox failed", "Its log tells why.", NO_SESSION);
        }
    }

    private static String contentSecurityPolicy(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().startsWith(EmbeddedPage.PATH)
                ? EmbeddedPage.contentSecurityPolicy()
                : HostedPage.contentSecurityPolicy();
    }

    private void route(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String act = ACTS.stream().filter(path::endsWith).findFirst().orElse("");
        String page = path.substring(0, path.length() - act.length());
        String id = SessionPlace.idIn(page);
        Optional<JsonObject> session = cashier.session(id).filter(found -> SessionPlace.isAt(found, page));
        String method = exchange.getRequestMethod();
        if (session.isEmpty()) {
            notice(exchange, 404, "No such checkout", "The sandbox does not know this session.", NO_SESSION);
        } else if (!act.isEmpty() && method.equals("POST")) {
            act(exchange, act, session.get());
        } else if (act.isEmpty() && (method.equals("GET") || method.equals("HEAD"))) {
            show(exchange, session.get());
        } else {
            exchange.getResponseHeaders().set("Allow", act.isEmpty() ? "GET, HEAD" : "POST");
            notice(exchange, 405, "Wrong method", "The page is read with GET and paid with POST.", session.get());
        }
    }

    private static void show(HttpExchange exchange, JsonObject session) throws IOException {
        String status = Json.requiredString(session, "status");
        switch (status) {
            case "open" -> Http.send(exchange, 200, HostedPage.payment(session, ""));
            case "expired" ->
                notice(exchange, 410, "This checkout has expired", "Go back to the shop and start again.", session);
            default -> notice(exchange, 200, "All done here", "This payment was already sent.", session);
        }
    }

    private void act(HttpExchange exchange, String act, JsonObject session) throws IOException {
        if (LocalOnly.isFromAnotherOrigin(exchange.getRequestHeaders())) {
            notice(exchange, 403, "Not paid", "Another site tried to pay. Only this page can.", session);
            return;
        }
        Optional<String> body = Http.body(exchange, MAX_BODY);
        if (body.isEmpty()) {
            notice(exchange, 413, "Too much text", "The form is longer than " + MAX_BODY + " bytes.", session);
            return;
        }
        Params form = Params.of(Form.parse(body.get()));
        if (act.equals(PAY)) {
            pay(exchange, form, session);
        } else {
            QuantityForm.apply(cashier, Json.requiredString(session, "id"), form);
            goTo(exchange, SessionPlace.path(session));
        }
    }

    private void pay(HttpExchange exchange, Params form, JsonObject session) throws IOException {
        PayResult result = cashier.pay(Json.requiredString(session, "id"), options(form));
        if (result instanceof PayResult.Completed completed && SessionPlace.isEmbedded(session)) {
            Http.send(exchange, 200, EmbeddedPage.completed(session, completed.successUrl()));
        } else if (result instanceof PayResult.Completed completed) {
            goTo(exchange, completed.successUrl().toASCIIString());
        } else if (result instanceof PayResult.Authenticating asking) {
            Http.send(exchange, 200, HostedPage.authentication(session, asking.card()));
        } else if (result instanceof PayResult.Declined declined) {
            Http.send(exchange, 402, HostedPage.payment(session, declined.message()));
        } else if (result instanceof PayResult.NotPayable not) {
            notice(exchange, 409, "Nothing to pay", not.message(), session);
        }
    }

    private static PayOptions options(Params form) {
        @Nullable String card = form.raw("card");
        PayOptions options = PayOptions.card(card == null ? "" : card);
        return switch (String.valueOf(form.raw("authenticated"))) {
            case "yes" -> options;
            case "no" -> options.refusedByOwner();
            default -> options.askingOwner();
        };
    }

    private static void goTo(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        Http.send(exchange, 303, "");
    }

    private static void notice(HttpExchange exchange, int status, String title, String message, JsonObject session)
            throws IOException {
        Http.send(exchange, status, HostedPage.notice(title, message, session));
    }
}
