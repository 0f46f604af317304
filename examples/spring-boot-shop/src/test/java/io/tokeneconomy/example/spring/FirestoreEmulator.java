package io.tokeneconomy.example.spring;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The official emulator: the one that {@code FIRESTORE_EMULATOR_HOST} names, else the gcloud CLI's, of which {@code
 * CLOUDSDK_ROOT} may be the folder. Without one the test is skipped with the reason; with {@code CI=true} it fails.
 */
final class FirestoreEmulator implements AutoCloseable {

    private static final String JAR = "platform/cloud-firestore-emulator/cloud-firestore-emulator.jar";
    private static final String MAIN = "com.google.cloud.datastore.emulator.firestore.CloudFirestore";

    private final String host;
    private final @Nullable Process process;

    private FirestoreEmulator(String host, @Nullable Process process) {
        this.host = host;
        this.process = process;
    }

    static FirestoreEmulator start() throws IOException {
        String running = System.getenv("FIRESTORE_EMULATOR_HOST");
        if (running != null) {
            return new FirestoreEmulator(running, null);
        }
        Optional<Path> jar = root().map(root -> Path.of(root.strip(), JAR)).filter(Files::isRegularFile);
        if (jar.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("no Firestore emulator");
        }
        Assumptions.assumeTrue(jar.isPresent(), "no Firestore emulator");
        int port = freePort();
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        jar.orElseThrow().toString(),
                        MAIN,
                        "start",
                        "--host=127.0.0.1",
                        "--port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        FirestoreEmulator emulator = new FirestoreEmulator("127.0.0.1:" + port, started);
        awaitListening(started, port);
        return emulator;
    }

    /** Host and port. */
    String host() {
        return host;
    }

    Firestore client(String project) {
        return FirestoreOptions.newBuilder()
                .setProjectId(project)
                .setEmulatorHost(host)
                .build()
                .getService();
    }

    private static Optional<String> root() {
        String named = System.getenv("CLOUDSDK_ROOT");
        if (named != null) {
            return Optional.of(named);
        }
        try {
            Process info = new ProcessBuilder("gcloud", "info", "--format=value(installation.sdk_root)")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream said = info.getInputStream()) {
                return Optional.of(new String(said.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitListening(Process emulator, int port) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end && emulator.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
                return;
            } catch (IOException e) {
                LockSupport.parkNanos(20_000_000);
            }
        }
        emulator.destroyForcibly();
        throw new AssertionError("the Firestore emulator did not start");
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
