package io.tokeneconomy.example.benchmark;

import io.tokeneconomy.example.benchmark.database.Database;
import io.tokeneconomy.example.benchmark.reading.ReadingResult;
import io.tokeneconomy.example.benchmark.reading.ReadingSpec;
import io.tokeneconomy.example.benchmark.report.Measured;
import io.tokeneconomy.example.benchmark.report.ReadingLine;
import io.tokeneconomy.example.benchmark.report.StoreReport;
import io.tokeneconomy.example.benchmark.trial.TrialResult;
import io.tokeneconomy.example.benchmark.trial.TrialSpec;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs all trials, one at a time. A database is started once; contenders take turns on it (A B C A B C), so that drift
 * of the machine hits all alike.
 */
final class Benchmark {

    private final Options options;
    private final Path folder;
    private final Processes processes;
    private final PrintStream progress;
    private int begun;

    /**
     * @param options what to measure
     * @param folder where databases and trials may keep their files
     * @param progress told about each trial
     */
    Benchmark(Options options, Path folder, PrintStream progress) {
        this.options = options;
        this.folder = folder;
        this.processes = new Processes(options.jdk(), folder);
        this.progress = progress;
    }

    /**
     * {@return what was measured, by store}
     *
     * @throws FailedException at the first trial that fails
     */
    List<StoreReport> run() {
        return options.stages().stream().map(this::run).toList();
    }

    private StoreReport run(Stage stage) {
        try (Database database = stage.database().apply(folder)) {
            progress.println(stage + ": " + database.version() + "; " + database.durability());
            List<Measured> measured = new ArrayList<>();
            for (Shape shape : options.shapes()) {
                for (int callers : options.callers()) {
                    takeTurns(new Round(stage, database, shape, callers), measured);
                }
            }
            ReadingResult reading = options.statement() > 0 ? read(stage, database) : null;
            return StoreReport.of(stage.name(), database.version(), database.durability(), measured, reading);
        }
    }

    private ReadingResult read(Stage stage, Database database) {
        String name = stage + "_statement";
        String ours = stage.ours().orElseThrow().type().getName();
        ReadingResult result = processes.run(new ReadingSpec(name, ours, database.fresh(name), options.statement()));
        database.drop(name);
        progress.println(ReadingLine.of(result));
        return result;
    }

    private void takeTurns(Round round, List<Measured> measured) {
        for (int trial = 1; trial <= options.trials(); trial++) {
            for (Entrant entrant : round.stage().entrants()) {
                TrialResult result = run(round, entrant, trial);
                measured.add(new Measured(round.shape().toString(), round.callers(), entrant.name(), result));
            }
        }
    }

    private TrialResult run(Round round, Entrant entrant, int trial) {
        String name = round.stage() + "_" + round.shape() + "_" + round.callers() + "_" + entrant + "_" + trial;
        begun++;
        String url = round.database().fresh(name);
        TrialResult result = processes.run(spec(name, url, round, entrant));
        round.database().drop(name);
        progress.println(line(result));
        return result;
    }

    private TrialSpec spec(String name, String url, Round round, Entrant entrant) {
        return new TrialSpec(
                name,
                entrant.type().getName(),
                url,
                options.outbox(),
                options.accounts(round.shape()),
                round.callers(),
                options.virtualThreads(),
                options.compile(),
                options.warmup(),
                options.seconds());
    }

    private String line(TrialResult result) {
        return String.format(
                Locale.ROOT,
                "%d/%d %s: %,.0f ops/s, p99 %.2f ms, %,d entries verified%s",
                begun,
                options.allTrials(),
                result.name(),
                result.opsPerSecond(),
                result.latency().p99Nanos() / 1e6,
                result.entries(),
                result.compiled() ? "" : ", ⚠ measured before the JIT compiler came to rest");
    }

    /** Trials that are compared with each other. */
    private record Round(Stage stage, Database database, Shape shape, int callers) {}
}
