package io.tokeneconomy.referee;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;

/** A server whose answered requests are told to a witness. */
final class WitnessedServer extends HttpServer {

    private final HttpServer server;
    private final Witness witness;

    WitnessedServer(HttpServer server, Witness witness) {
        this.server = server;
        this.witness = witness;
    }

    private HttpHandler witnessed(HttpHandler handler) {
        return exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.setStreams(new ByteArrayInputStream(body), null);
            handler.handle(exchange);
            int status = exchange.getResponseCode();
            if (status >= 200 && status < 300) {
                witness.saw(request(exchange, body));
            }
        };
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        return new Request(
                exchange.getRequestMethod(), exchange.getRequestURI(), new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public HttpContext createContext(String path, HttpHandler handler) {
        return server.createContext(path, witnessed(handler));
    }

    @Override
    public HttpContext createContext(String path) {
        return server.createContext(path);
    }

    @Override
    public void bind(InetSocketAddress address, int backlog) throws IOException {
        server.bind(address, backlog);
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public void setExecutor(Executor executor) {
        server.setExecutor(executor);
    }

    @Override
    public Executor getExecutor() {
        return server.getExecutor();
    }

    @Override
    public void stop(int delaySeconds) {
        server.stop(delaySeconds);
    }

    @Override
    public void removeContext(String path) {
        server.removeContext(path);
    }

    @Override
    public void removeContext(HttpContext context) {
        server.removeContext(context);
    }

    @Override
    public InetSocketAddress getAddress() {
        return server.getAddress();
    }
}
