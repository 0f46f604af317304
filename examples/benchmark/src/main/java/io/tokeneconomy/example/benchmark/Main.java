package io.tokeneconomy.example.benchmark;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.example.benchmark.report.Machine;
import io.tokeneconomy.example.benchmark.report.Ratios;
import io.tokeneconomy.example.benchmark.report.Report;
import io.tokeneconomy.example.benchmark.report.StoreReport;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Runs the benchmark: {@code mvn -q -Pbenchmark}. */
public final class Main {

    /** Start of a JVM, opening accounts, compiling, checking the books; roughly. */
    private static final int OVERHEAD_SECONDS = 15;

    /** How fast a history is booked; roughly. */
    private static final int BOOKED_PER_SECOND = 10_000;

    private Main() {}

    /**
     * Runs the benchmark and ends the process: 0 when every trial's books were right.
     *
     * @param arguments none; the environment variable {@code BENCH} has the options
     */
    public static void main(String[] arguments) {
        PrintStream terminal = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(System.getenv(), folder(), terminal));
    }

    private static int run(Map<String, String> environment, Path folder, PrintStream terminal) {
        try {
            return run(Options.from(environment), folder, terminal);
        } catch (InvalidValueException e) {
            terminal.println("❌ " + e.getMessage());
            return 1;
        }
    }

    /** {@return the exit code} */
    static int run(Options options, Path folder, PrintStream terminal) {
        Machine machine = Machine.here();
        terminal.println(plan(options));
        if (machine.busy()) {
            terminal.println("⚠ Others use this machine: " + machine.loadText());
        }
        try {
            List<StoreReport> stores = new Benchmark(options, folder, terminal).run();
            Output.write(report(options, machine, stores), folder, terminal);
            return 0;
        } catch (InvalidValueException | FailedException e) {
            terminal.println("❌ " + e.getMessage());
            return 1;
        }
    }

    private static String plan(Options options) {
        int trials = options.allTrials();
        long seconds = (long) trials * (options.warmup() + options.seconds() + OVERHEAD_SECONDS)
                + (long) options.stages().size() * options.statement() / BOOKED_PER_SECOND;
        return trials + " trials, in about " + (seconds / 60 + 1) + " min: " + options.summary();
    }

    private static Report report(Options options, Machine machine, List<StoreReport> stores) {
        return new Report(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                options.summary(),
                machine,
                String.join(" ", Processes.JVM_OPTIONS),
                stores,
                stores.stream().flatMap(store -> Ratios.of(store).stream()).toList());
    }

    private static Path folder() {
        try {
            return Files.createDirectories(Path.of(System.getProperty("benchmark.output", "target/benchmark"))
                    .toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
