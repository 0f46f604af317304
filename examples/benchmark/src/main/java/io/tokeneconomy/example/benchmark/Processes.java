package io.tokeneconomy.example.benchmark;

import io.tokeneconomy.example.benchmark.reading.ReadingMain;
import io.tokeneconomy.example.benchmark.reading.ReadingResult;
import io.tokeneconomy.example.benchmark.reading.ReadingSpec;
import io.tokeneconomy.example.benchmark.trial.JsonFile;
import io.tokeneconomy.example.benchmark.trial.TrialMain;
import io.tokeneconomy.example.benchmark.trial.TrialResult;
import io.tokeneconomy.example.benchmark.trial.TrialSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs trials and readings, each in a Java process of its own. What it prints is kept beside its result. */
final class Processes {

    /** The settings of every trial's process. */
    static final List<String> JVM_OPTIONS =
            List.of("-Xms1g", "-Xmx4g", "-XX:+UseG1GC", "-Dorg.jboss.logging.provider=slf4j");

    private static final int LINES_SHOWN = 30;
    private static final long PATIENCE_SECONDS = 900;
    private static final long SLOWEST_PER_SECOND = 1_000;

    private final Path java;
    private final Path folder;

    Processes(Path jdk, Path folder) {
        this.java = jdk.resolve("bin").resolve("java");
        this.folder = folder;
    }

    /**
     * {@return what the trial measured}
     *
     * @throws FailedException when it failed, or did not end
     */
    TrialResult run(TrialSpec spec) {
        long patience = spec.warmupSeconds() + spec.seconds() + PATIENCE_SECONDS;
        return run(TrialMain.class, spec.name(), spec, TrialResult.class, patience);
    }

    /**
     * {@return what the reading measured}
     *
     * @throws FailedException when it failed, or did not end
     */
    ReadingResult run(ReadingSpec spec) {
        long patience = spec.entries() / SLOWEST_PER_SECOND + PATIENCE_SECONDS;
        return run(ReadingMain.class, spec.name(), spec, ReadingResult.class, patience);
    }

    private <T> T run(Class<?> main, String name, Object spec, Class<T> type, long seconds) {
        Path specification = folder.resolve(name + ".spec.json");
        Path result = folder.resolve(name + ".json");
        Path log = folder.resolve(name + ".log");
        JsonFile.write(specification, spec);
        ProcessBuilder builder = new ProcessBuilder(java.toString());
        builder.command().addAll(JVM_OPTIONS);
        builder.command().addAll(List.of("-cp", ClassPath.own(), main.getName()));
        builder.command().addAll(List.of(specification.toString(), result.toString()));
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        if (exitCode(builder, name, seconds) != 0) {
            throw new FailedException(name + ": " + end(log));
        }
        return JsonFile.read(result, type);
    }

    private static int exitCode(ProcessBuilder builder, String name, long seconds) {
        Process process = start(builder);
        Thread ending = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                throw new FailedException(name + " does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException(name + " was interrupted");
        } finally {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(ending);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String end(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
