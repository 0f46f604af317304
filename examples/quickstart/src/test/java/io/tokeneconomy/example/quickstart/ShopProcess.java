package io.tokeneconomy.example.quickstart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** The quickstart in a Java process of its own, so that it can be killed. */
final class ShopProcess implements AutoCloseable {

    private static final String SHOP = "   Shop      ";
    private static final String PAYMENTS = "   Payments  ";

    private final Process process;
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<URI> url = new CompletableFuture<>();
    private final CompletableFuture<URI> api = new CompletableFuture<>();
    private final Thread reader = new Thread(this::read, "shop-log");

    private ShopProcess(Process process) {
        this.process = process;
        reader.start();
    }

    /** Starts a process with that environment; does not wait for it. */
    static ShopProcess start(Map<String, String> environment) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(java, "-Xmx512m", "-cp", classes, Main.class.getName());
        builder.redirectErrorStream(true).environment().putAll(environment);
        try {
            return new ShopProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(this::hear);
        } catch (IOException | UncheckedIOException e) {
            hear("the log broke off: " + e);
        } finally {
            IllegalStateException ended = new IllegalStateException("the shop ended: " + log);
            url.completeExceptionally(ended);
            api.completeExceptionally(ended);
        }
    }

    private void hear(String line) {
        log.add(line);
        if (line.startsWith(SHOP)) {
            url.complete(URI.create(line.substring(SHOP.length())));
        } else if (line.startsWith(PAYMENTS)) {
            api.complete(URI.create(line.substring(PAYMENTS.length()).split(" ", 2)[0]));
        }
    }

    /** {@return the shop's address, once it is open} */
    URI url() {
        return url.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** {@return its sandbox's address, once it is open} */
    URI api() {
        return api.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** {@return everything printed so far} */
    String log() {
        return String.join("\n", log);
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Ends it as Ctrl-C and {@code kill} do; unlike {@link Process#destroy} leaves its log open for who reads it. */
    int stop() {
        process.toHandle().destroy();
        return exitCode();
    }

    int exitCode() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the shop does not end: " + log());
            }
            reader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
