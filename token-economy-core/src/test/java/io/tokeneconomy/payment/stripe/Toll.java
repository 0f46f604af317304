package io.tokeneconomy.payment.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Stands between us and the sandbox and passes requests on, or does not. */
final class Toll implements AutoCloseable {

    private static final String REFUSAL = "{\"error\":{\"type\":\"invalid_request_error\",\"message\":\"closed\"}}";

    private final URI beyond;
    private final Rule rule;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger posts = new AtomicInteger();
    private final List<String> passed = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private volatile @Nullable URI witness;

    enum Verdict {
        PASS,
        /** Nothing happens beyond; the answer is a refusal. */
        REFUSE,
        /** It happens beyond; the answer is a refusal. */
        PASS_AND_REFUSE,
        /** It happens beyond; there is no answer. */
        PASS_AND_HANG_UP,
        /** Nothing happens beyond; the answer is the failure that Stripe repeats for the same key. */
        FAIL
    }

    @FunctionalInterface
    interface Rule {
        /** What becomes of a request; {@code post} posts came before it. */
        Verdict of(String method, String path, int post);
    }

    Toll(URI beyond, Rule rule) {
        this.beyond = beyond;
        this.rule = rule;
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

    /** Whatever is passed on is shown to a judge, too. */
    Toll shownTo(URI judge) {
        witness = judge;
        return this;
    }

    /** What the judge said where he did not agree. */
    List<String> refused() {
        return refused;
    }

    /** Method and path of what was passed on. */
    List<String> passed() {
        return passed;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            String path = exchange.getRequestURI().getPath();
            Verdict verdict = rule.of(method, path, method.equals("POST") ? posts.getAndIncrement() : posts.get());
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (verdict) {
                case REFUSE -> answer(exchange, 400, REFUSAL);
                case FAIL -> answer(exchange, 500, REFUSAL);
                case PASS -> {
                    HttpResponse<String> answer = pass(exchange, body);
                    answer(exchange, answer.statusCode(), answer.body());
                }
                case PASS_AND_REFUSE -> {
                    pass(exchange, body);
                    answer(exchange, 400, REFUSAL);
                }
                case PASS_AND_HANG_UP -> pass(exchange, body);
            }
        }
    }

    private HttpResponse<String> pass(HttpExchange exchange, byte[] body) throws IOException {
        passed.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        URI judge = witness;
        if (judge != null) {
            HttpResponse<String> verdict = send(judge, exchange, body);
            if (verdict.statusCode() >= 400) {
                refused.add(verdict.body());
            }
        }
        return send(beyond, exchange, body);
    }

    private HttpResponse<String> send(URI to, HttpExchange exchange, byte[] body) throws IOException {
        String method = exchange.getRequestMethod();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        to.resolve(exchange.getRequestURI().toString()))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (String name : List.of("Authorization", "Content-Type", "Idempotency-Key", "Stripe-Version")) {
            List<String> values = exchange.getRequestHeaders().getOrDefault(name, List.of());
            values.forEach(value -> request.header(name, value));
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
