package io.tokeneconomy.example.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.example.benchmark.contender.ours.OursOnSqlite;
import io.tokeneconomy.example.benchmark.contender.sql.SqliteSingle;
import io.tokeneconomy.example.benchmark.database.SqliteFiles;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real runs, each trial in a Java process of its own. */
class MainTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(Entrant... entrants) {
        return run(false, 0, entrants);
    }

    private int run(boolean outbox, int statement, Entrant... entrants) {
        Options options = new Options(
                List.of(new Stage("sqlite", SqliteFiles::new, List.of(entrants))),
                List.of(Shape.MANY),
                List.of(4),
                1,
                0,
                0,
                statement == 0 ? 1 : 0,
                statement,
                10,
                false,
                outbox,
                Path.of(System.getProperty("java.home")));
        return Main.run(options, folder, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aRunEndsWithItsRatiosAndLeavesFiguresAndChart() {
        int exit = run(new Entrant("ours", OursOnSqlite.class), new Entrant("single", SqliteSingle.class));
        assertThat(output())
                .contains("SQLite 3.", "synchronous=FULL", "entries verified")
                .containsPattern("RATIO sqlite many 4 ours-over-single \\d+\\.?\\d*\\R$");
        assertThat(exit).isZero();
        assertThat(folder.resolve("results.json")).content().contains("\"perSecond\"", "\"p999Nanos\"");
        assertThat(folder.resolve("chart.svg")).content().startsWith("<svg ");
        assertThat(folder.resolve("sqlite")).doesNotExist();
    }

    @Test
    void everySpendComesThroughTheOutbox() {
        int exit = run(true, 0, new Entrant("ours", OursOnSqlite.class));
        assertThat(output()).contains("outbox on").containsPattern("[1-9][\\d,]* entries verified");
        assertThat(exit).isZero();
    }

    @Test
    void readingCanBeMeasuredWithoutTrials() {
        int exit = run(false, 1_000, new Entrant("ours", OursOnSqlite.class));
        assertThat(output())
                .contains("0 trials", "sqlite_statement: of 1,000 entries: first page ")
                .containsPattern("RATIO sqlite statement middle-over-first \\d+\\.?\\d*\\R"
                        + "RATIO sqlite balance long-over-short \\d+\\.?\\d*\\R$");
        assertThat(exit).isZero();
        assertThat(folder.resolve("results.json")).content().contains("\"reading\"", "\"middlePage\"");
    }

    @Test
    void aLostEntryFailsTheRun() {
        int exit = run(new Entrant("lossy", LosesAnEntry.class));
        assertThat(exit).isNotZero();
        assertThat(output())
                .containsPattern(
                        "❌ sqlite_many_4_lossy_1: \\d+ spends were acknowledged, 0 got no answer, but the books")
                .doesNotContain("RATIO");
        assertThat(folder.resolve("results.json")).doesNotExist();
    }
}
