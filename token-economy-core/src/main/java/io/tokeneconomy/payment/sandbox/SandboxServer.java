package io.tokeneconomy.payment.sandbox;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Listens on 127.0.0.1 and nowhere else, and answers under no other name than this machine's. */
final class SandboxServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";
    private static final int MAX_THREADS = 512;
    private static final int BACKLOG = 1024;

    private final HttpServer server;
    private final ExecutorService workers;

    private SandboxServer(HttpServer server) {
        this.server = server;
        this.workers = new ThreadPoolExecutor(
                0,
                MAX_THREADS,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Threads.named("stripe-sandbox-http"),
                new ThreadPoolExecutor.CallerRunsPolicy());
        server.setExecutor(workers);
    }

    /** Takes the port; requests are answered after {@link #serve}. */
    static SandboxServer bind(int port) {
        try {
            return new SandboxServer(create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port)));
        } catch (IOException e) {
            throw new SandboxException("The sandbox cannot listen on " + HOST + ":" + port, true, e);
        }
    }

    /**
     * The JDK's server writes head and body apart; without TCP_NODELAY each answer on a kept connection waits 40 ms for
     * the other side's delayed acknowledgement. The JDK reads its switch once, when the first server is made, so it is
     * set for that moment only, and only where the host has not decided.
     */
    private static HttpServer create(InetSocketAddress address) throws IOException {
        if (System.getProperty(NO_DELAY) != null) {
            return HttpServer.create(address, BACKLOG);
        }
        System.setProperty(NO_DELAY, "true");
        try {
            return HttpServer.create(address, BACKLOG);
        } finally {
            System.clearProperty(NO_DELAY);
        }
    }

    URI base() {
        return URI.create("http://" + HOST + ":" + server.getAddress().getPort());
    }

    void serve(HttpHandler api, HttpHandler pages, HttpHandler recovery, HttpHandler receipts) {
        LocalOnly localOnly = new LocalOnly();
        server.createContext("/", api).getFilters().add(localOnly);
        server.createContext(HostedPage.PATH, pages).getFilters().add(localOnly);
        server.createContext(EmbeddedPage.PATH, pages).getFilters().add(localOnly);
        server.createContext(Recovery.PATH, recovery).getFilters().add(localOnly);
        server.createContext(Receipts.PATH, receipts).getFilters().add(localOnly);
        server.createContext(StripeScript.PATH, new StripeScript()).getFilters().add(localOnly);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
        Threads.stop(workers);
    }
}
