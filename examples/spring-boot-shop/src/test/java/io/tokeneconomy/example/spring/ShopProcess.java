package io.tokeneconomy.example.spring;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Java process of its own, with the class path that an application is run with: nothing of the tests is there. */
final class ShopProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port ([0-9]+)");

    private final Process process;
    private final Thread reader;
    private final StringBuilder log = new StringBuilder();
    private boolean over;

    private ShopProcess(List<String> command) throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        reader = new Thread(this::read, "shop-process");
        reader.setDaemon(true);
        reader.start();
    }

    /** {@return the application's class path without its own classes, as Maven knows it} */
    static String libraries() throws IOException {
        return Files.readString(Path.of("target", "runtime.classpath")).strip();
    }

    static String path(Object... parts) {
        return String.join(
                File.pathSeparator, Stream.of(parts).map(String::valueOf).toList());
    }

    /** Starts {@code java} with these options and arguments. */
    static ShopProcess java(String classPath, String... more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", classPath));
        command.addAll(List.of(more));
        return new ShopProcess(command);
    }

    /** Waits until the process has told of its web server so many times, and of the port it has now. */
    int port(int starts) throws InterruptedException {
        List<MatchResult> told = await(PORT, starts);
        return Integer.parseInt(told.get(starts - 1).group(1));
    }

    /** Waits until the log has so many of these. */
    synchronized List<MatchResult> await(Pattern line, int times) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<MatchResult> found = line.matcher(log).results().toList();
            if (found.size() >= times) {
                return found;
            }
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (over || left <= 0) {
                throw new AssertionError(times + " × " + line + " is not in the log:\n" + log);
            }
            wait(left);
        }
    }

    /** {@return the log of a process that has come to its end by itself, and well} */
    String finished() throws InterruptedException {
        boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError("it failed:\n" + log());
        }
        return log();
    }

    synchronized String log() {
        return log.toString();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ended();
        }
    }

    private synchronized void heard(String line) {
        log.append(line).append('\n');
        notifyAll();
    }

    private synchronized void ended() {
        over = true;
        notifyAll();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
