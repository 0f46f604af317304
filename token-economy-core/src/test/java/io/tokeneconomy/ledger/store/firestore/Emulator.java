package io.tokeneconomy.ledger.store.firestore;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The official Firestore emulator, one for the whole JVM: the one that {@code FIRESTORE_EMULATOR_HOST} names, otherwise
 * that of the gcloud CLI, started on a free port and killed when the JVM ends. Where there is none, tests are skipped
 * with the reason; with {@code CI=true} they fail.
 */
final class Emulator {

    private static final String MISSING =
            "no Firestore emulator: set FIRESTORE_EMULATOR_HOST, or install the gcloud CLI"
                    + " and its component cloud-firestore-emulator, found by CLOUDSDK_ROOT or by gcloud on the PATH";
    private static final String JAR = "platform/cloud-firestore-emulator/cloud-firestore-emulator.jar";
    private static final String MAIN = "com.google.cloud.datastore.emulator.firestore.CloudFirestore";
    private static final long PATIENCE_SECONDS = 60;
    private static final long PAUSE_NANOS = 20_000_000;

    private static @Nullable String host;

    private Emulator() {}

    /** {@return a client of a project of its own} The caller closes it. */
    static Firestore client(String project) {
        return FirestoreOptions.newBuilder()
                .setProjectId(project)
                .setEmulatorHost(host())
                .build()
                .getService();
    }

    /** {@return host and port} */
    static synchronized String host() {
        if (host == null) {
            String running = System.getenv("FIRESTORE_EMULATOR_HOST");
            host = running == null ? start() : running;
        }
        return host;
    }

    private static String start() {
        Optional<Path> jar = jar();
        if (jar.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(MISSING);
        }
        Assumptions.assumeTrue(jar.isPresent(), MISSING);
        int port = freePort();
        Process emulator = launch(jar.orElseThrow(), port);
        Runtime.getRuntime().addShutdownHook(new Thread(emulator::destroyForcibly));
        awaitListening(emulator, port);
        return "127.0.0.1:" + port;
    }

    private static Process launch(Path jar, int port) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try {
            return new ProcessBuilder(
                            java.toString(),
                            "-Xmx1g",
                            "-Duser.language=en",
                            "-cp",
                            jar.toString(),
                            MAIN,
                            "start",
                            "--host=127.0.0.1",
                            "--port=" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitListening(Process emulator, int port) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && emulator.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
                return;
            } catch (IOException e) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        throw new AssertionError("the Firestore emulator did not start");
    }

    private static Optional<Path> jar() {
        Map<String, String> environment = System.getenv();
        Stream<String> roots = environment.containsKey("CLOUDSDK_ROOT")
                ? Stream.of(environment.get("CLOUDSDK_ROOT"))
                : rootOfGcloud().stream();
        return roots.map(root -> Path.of(root, JAR))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<String> rootOfGcloud() {
        try {
            Process info = new ProcessBuilder("gcloud", "info", "--format=value(installation.sdk_root)")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String root = new String(info.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return root.isEmpty() ? Optional.empty() : Optional.of(root);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
