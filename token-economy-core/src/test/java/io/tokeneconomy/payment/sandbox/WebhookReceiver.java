package io.tokeneconomy.payment.sandbox;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A webhook endpoint that remembers what came and answers 200, or first the statuses it was told to. */
final class WebhookReceiver implements AutoCloseable {

    static final String SECRET = "whsec_test_0123456789";

    record Received(String body, String signature) {

        Event verified() throws SignatureVerificationException {
            return Webhook.constructEvent(body, signature, SECRET);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Integer> firstAnswers = new ConcurrentLinkedQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile @Nullable Runnable before;

    WebhookReceiver(Integer... firstAnswers) throws IOException {
        this.firstAnswers.addAll(List.of(firstAnswers));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/hook", this::receive);
        server.setExecutor(threads);
        server.start();
    }

    /** Runs before each answer. */
    void before(Runnable action) {
        before = action;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<Event> events() {
        return received.stream().map(WebhookReceiver::event).toList();
    }

    List<String> types() {
        return events().stream().map(Event::getType).toList();
    }

    private static Event event(Received received) {
        try {
            return received.verified();
        } catch (SignatureVerificationException e) {
            throw new AssertionError(e);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Runnable action = before;
            if (action != null) {
                action.run();
            }
            received.add(new Received(body, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
            Integer status = firstAnswers.poll();
            exchange.getResponseHeaders().set("Location", uri().toString());
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
