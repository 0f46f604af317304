package io.tokeneconomy.example.benchmark.report;

import java.util.List;

/**
 * A whole run, as it is written to JSON.
 *
 * @param date when it ended, UTC
 * @param options what all trials had in common
 * @param machine what it ran on, as it was before; databases, runner and trials all shared it
 * @param jvm the settings of every trial's process
 * @param stores the figures
 * @param ratios the lines that a run ends with
 */
public record Report(
        String date, String options, Machine machine, String jvm, List<StoreReport> stores, List<String> ratios) {}
