package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/** A receipt, for whoever has its address: {@code GET /receipts/<charge or invoice>}. */
final class ReceiptHandler implements HttpHandler {

    private final State state;

    ReceiptHandler(State state) {
        this.state = state;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Content-Security-Policy", HostedPage.contentSecurityPolicy());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
        if (!exchange.getRequestMethod().equals("GET")) {
            headers.set("Allow", "GET");
            Http.send(exchange, 405, HostedPage.notice("Wrong method", "A receipt is only read.", ""));
            return;
        }
        String id = exchange.getRequestURI().getPath().substring(Receipts.PATH.length());
        Optional<JsonObject> paid = state.step(tx -> Stream.of(tx.find(Kind.CHARGE, id), tx.find(Kind.INVOICE, id))
                .flatMap(Optional::stream)
                .findFirst());
        if (paid.isPresent()) {
            Http.send(exchange, 200, ReceiptPage.of(paid.get()));
        } else {
            Http.send(exchange, 404, HostedPage.notice("No such receipt", "The sandbox knows no such payment.", ""));
        }
    }
}
