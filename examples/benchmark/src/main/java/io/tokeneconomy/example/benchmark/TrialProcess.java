package io.tokeneconomy.example.benchmark;

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

/** Runs trials, each in a Java process of its own. What it prints is kept beside its result. */
final class TrialProcess {

    /** The settings of every trial's process. */
    static final List<String> JVM_OPTIONS =
            List.of("-Xms1g", "-Xmx4g", "-XX:+UseG1GC", "-Dorg.jboss.logging.provider=slf4j");

    private static final int LINES_SHOWN = 30;
    private static final long PATIENCE_SECONDS = 900;

    private final Path java;
    private final Path folder;

    TrialProcess(Path jdk, Path folder) {
        this.java = jdk.resolve("bin").resolve("java");
        this.folder = folder;
    }

    /**
     * {@return what the trial measured}
     *
     * @throws FailedException when it failed, or did not end
     */
    TrialResult run(TrialSpec spec) {
        Path specification = folder.resolve(spec.name() + ".spec.json");
        Path result = folder.resolve(spec.name() + ".json");
        Path log = folder.resolve(spec.name() + ".log");
        JsonFile.write(specification, spec);
        ProcessBuilder builder = new ProcessBuilder(java.toString());
        builder.command().addAll(JVM_OPTIONS);
        builder.command().addAll(List.of("-cp", ClassPath.own(), TrialMain.class.getName()));
        builder.command().addAll(List.of(specification.toString(), result.toString()));
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        if (exitCode(builder, spec) != 0) {
            throw new FailedException(spec.name() + ": " + end(log));
        }
        return JsonFile.read(result, TrialResult.class);
    }

    private static int exitCode(ProcessBuilder builder, TrialSpec spec) {
        Process process = start(builder);
        Thread ending = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            if (!process.waitFor(spec.warmupSeconds() + spec.seconds() + PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new FailedException(spec.name() + " does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException(spec.name() + " was interrupted");
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
