package io.tokeneconomy.example.benchmark;

import io.tokeneconomy.example.benchmark.report.Report;
import io.tokeneconomy.example.benchmark.report.SvgChart;
import io.tokeneconomy.example.benchmark.report.TextTable;
import io.tokeneconomy.example.benchmark.trial.JsonFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a run's figures go: two files, then the terminal. */
final class Output {

    private Output() {}

    /** Writes the files and prints table and ratios, the ratios last. */
    static void write(Report report, Path folder, PrintStream terminal) {
        JsonFile.write(folder.resolve("results.json"), report);
        try {
            Files.writeString(folder.resolve("chart.svg"), SvgChart.of(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        report.stores().stream()
                .filter(store -> !store.summaries().isEmpty())
                .forEach(store -> terminal.println("\n" + TextTable.of(store)));
        terminal.println("\n" + report.options() + "\n" + report.machine() + "; " + report.jvm());
        terminal.println("Written: " + folder.resolve("results.json") + ", " + folder.resolve("chart.svg") + "\n");
        report.ratios().forEach(terminal::println);
    }
}
