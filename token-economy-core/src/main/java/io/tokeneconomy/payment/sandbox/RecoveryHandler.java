package io.tokeneconomy.payment.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;

/** Leads a buyer from an expired session to its copy: {@code GET /c/recover/<session>}. */
final class RecoveryHandler implements HttpHandler {

    private final Cashier cashier;

    RecoveryHandler(Cashier cashier) {
        this.cashier = cashier;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        if (!exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("Allow", "GET");
            Http.send(exchange, 405, "This address is only opened.");
            return;
        }
        String id = exchange.getRequestURI().getPath().substring(Recovery.PATH.length());
        Optional<String> url = cashier.recover(id).map(copy -> Json.requiredString(copy, "url"));
        if (url.isPresent()) {
            exchange.getResponseHeaders().set("Location", url.get());
            Http.send(exchange, 303, "");
        } else {
            Http.send(exchange, 404, "This checkout cannot be taken up again.");
        }
    }
}
