package io.tokeneconomy.payment.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands in for Stripe's HTTP side: answers as scripted, one after the other, and remembers what it was asked. */
final class FakeStripe implements AutoCloseable {

    private static final String UNSCRIPTED = "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"unscripted\"}}";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What was asked; the form's fields in their order, decoded. */
    record Request(String method, String path, Map<String, String> form, Map<String, String> headers) {}

    private record Answer(int status, String body, boolean never) {}

    FakeStripe() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    FakeStripe answers(int status, String body) {
        answers.add(new Answer(status, body, false));
        return this;
    }

    FakeStripe neverAnswers() {
        answers.add(new Answer(0, "", true));
        return this;
    }

    FakeStripe fails(int status, String type, String code, String param, String message) {
        return answers(
                status,
                "{\"error\":{\"type\":\"%s\",\"code\":\"%s\",\"param\":\"%s\",\"message\":\"%s\"}}"
                        .formatted(type, code, param, message));
    }

    List<Request> requests() {
        return requests;
    }

    Request onlyRequest() {
        if (requests.size() != 1) {
            throw new AssertionError("one request expected: " + requests);
        }
        return requests.get(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        requests.add(new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                form(new String(body, StandardCharsets.UTF_8)),
                headers));
        Answer answer = answers.isEmpty() ? new Answer(418, UNSCRIPTED, false) : answers.remove();
        if (answer.never()) {
            awaitClose();
        } else {
            send(exchange, answer);
        }
        exchange.close();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Request-Id", "req_fake");
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> form(String encoded) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String field : encoded.isEmpty() ? new String[0] : encoded.split("&", -1)) {
            String[] pair = field.split("=", 2);
            form.put(decode(pair[0]), decode(pair[1]));
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
