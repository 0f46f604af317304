package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.Bookkeeper;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Together;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several processes on one file: correct, waiting instead of failing, and safe against a sudden death. */
@Timeout(180)
class SqliteProcessesTest {

    private static final int PROCESSES = 4;
    private static final int THREADS = 16;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void busyProcessesLoseNothingAndNeverFail(int accounts) {
        int operations = 10;
        // the file does not exist: all of them create, switch and migrate it at once
        List<LedgerProcess> processes = Stream.of("p0", "p1", "p2", "p3")
                .map(name -> LedgerProcess.start(file(), name, THREADS, operations, accounts))
                .toList();
        assertThat(processes).hasSize(PROCESSES);
        List<List<String>> acknowledged =
                Together.run(PROCESSES, i -> lines(processes.get(i).acknowledged()));
        assertThat(processes)
                .allSatisfy(process -> assertThat(process.exitCode()).isZero());
        List<String> keys = acknowledged.stream().flatMap(List::stream).toList();
        assertThat(keys).hasSize(PROCESSES * THREADS * operations).doesNotHaveDuplicates();
        expectBookedOnce(keys, keys.size());
    }

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws IOException {
        LedgerProcess process = LedgerProcess.start(file(), "victim", THREADS, 100_000, 7);
        List<String> keys = new ArrayList<>();
        try (BufferedReader acknowledged = process.acknowledged()) {
            for (int i = 0; i < 500; i++) {
                keys.add(acknowledged.readLine());
            }
            process.kill();
            // what it had printed before it died counts as well; the last line may be cut
            acknowledged
                    .lines()
                    .filter(line -> line.matches("victim-\\d+-\\d+"))
                    .forEach(keys::add);
        }
        assertThat(process.exitCode()).isNotZero();
        keys.remove(keys.size() - 1);
        assertThat(keys).hasSizeGreaterThanOrEqualTo(499).doesNotContainNull();
        expectBookedOnce(keys, -1);
    }

    private void expectBookedOnce(List<String> keys, int all) {
        try (LedgerStore store = JdbcLedgerStore.sqlite(file())) {
            Bookkeeper books = new Bookkeeper(store);
            List<AccountId> accounts =
                    store.accounts(AccountQuery.after(null, 1_000)).items();
            assertThat(accounts).allSatisfy(id -> assertThat(books.verify(id)).isInstanceOf(Verification.Intact.class));
            assertThat(keys.stream().map(IdempotencyKey::of))
                    .allSatisfy(
                            key -> assertThat(store.read(Scope.NOTHING.key(key)).entry(key))
                                    .isPresent());
            long booked =
                    accounts.stream().mapToLong(id -> books.history(id).size()).sum();
            assertThat(booked).isGreaterThanOrEqualTo(keys.size());
            if (all >= 0) {
                assertThat(booked).isEqualTo(all);
            }
        }
    }

    private Path file() {
        return directory.resolve("ledger.db");
    }

    private static List<String> lines(BufferedReader reader) {
        try (reader) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
