package io.tokeneconomy.example.benchmark.database;

import io.tokeneconomy.error.InvalidValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The official Firestore emulator of the gcloud CLI, which must be on the path; a project of its own for each trial. */
public final class FirestoreEmulator implements Database {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final int port;
    private final Process process;

    /** @param work where files may be kept */
    public FirestoreEmulator(Path work) {
        port = freePort();
        process = start(work.resolve("firestore.log"), address());
        boolean ready = false;
        try {
            awaitReady();
            ready = true;
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    @Override
    public String version() {
        return "Firestore emulator";
    }

    @Override
    public String durability() {
        return "none: an emulator keeps everything in memory";
    }

    @Override
    public String fresh(String name) {
        return "firestore:" + address() + "/" + name.replace('_', '-');
    }

    @Override
    public void drop(String name) {
        // gone with the emulator
    }

    /** Also what gcloud has started: it would outlive it. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private String address() {
        return LOOPBACK.getHostAddress() + ":" + port;
    }

    private static Process start(Path log, String address) {
        try {
            return new ProcessBuilder("gcloud", "emulators", "firestore", "start", "--host-port=" + address)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new InvalidValueException("store", "firestore", "a store that is here: gcloud cannot be run");
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                throw new IllegalStateException("the Firestore emulator does not start; see firestore.log");
            }
            pause();
        }
    }

    private boolean answers() {
        try (Socket connection = new Socket(LOOPBACK, port)) {
            return connection.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static int freePort() {
        try (ServerSocket any = new ServerSocket(0, 1, LOOPBACK)) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
