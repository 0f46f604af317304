/** From trials to figures: statistics, table, ratios, JSON, chart. */
@NullMarked
package io.tokeneconomy.example.benchmark.report;

import org.jspecify.annotations.NullMarked;
