package io.tokeneconomy.payment.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** A stand-in for Stripe.js, as far as an embedded payment page needs it. */
final class StripeScript implements HttpHandler {

    static final String PATH = "/stripe.js";

    private static final String SCRIPT = Resources.text("stripe.js");

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        boolean known = exchange.getRequestURI().getPath().equals(PATH);
        exchange.getResponseHeaders().set("Content-Type", "text/javascript; charset=utf-8");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        Http.send(exchange, known ? 200 : 404, known ? SCRIPT : "");
    }
}
