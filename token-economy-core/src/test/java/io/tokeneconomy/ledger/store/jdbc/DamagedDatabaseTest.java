package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.Samples;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data that others spoiled is reported as broken, never guessed at and never made worse. */
class DamagedDatabaseTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final LedgerEntry FIRST = Samples.entry(ALICE, 1, "k1");

    @TempDir
    Path directory;

    private JdbcLedgerStore store;

    @BeforeEach
    void openStore() {
        store = JdbcLedgerStore.sqlite(directory.resolve("ledger.db"));
        book(FIRST);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metadata = '{\"a\":1}'",
                "metadata = '{\"a\":\"1\",\"a\":\"2\"}'",
                "metadata = '{\"a\":\"1\"} x'",
                "metadata = '{a:\"1\"}'",
                "metadata = '[]'",
                "metadata = ''",
                "effects = '{\"lots\":[1]}'",
                "effects = '{\"lots\":[1,1],\"gift\":1}'",
                "effects = '{\"lots\":[1,0]}'",
                "type = 'GIFT'",
                "amount = 0",
                "booked_at = -1",
                "held_after = 5",
                "effects = '{\"lots\":[],\"terms\":[null,5000,\"FREE\"]}'",
                "effects = '{\"lots\":[],\"terms\":[null,4294967296,\"FREE\"]}'"
            })
    void aRowThatCannotBeReadIsNamedAsSuch(String damage) throws SQLException {
        execute("DROP TRIGGER te_entry_no_update");
        execute("UPDATE te_entry SET " + damage);
        expectBroken(
                () -> store.entries(EntryQuery.newest(ALICE, 1)),
                "a row of te_entry (entry 1 of account alice) cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "3000000000"})
    void aSchemaVersionThatCannotBeIsRefused(String version) throws SQLException {
        execute("UPDATE te_schema SET version = " + version);
        expectBroken(() -> JdbcLedgerStore.sqlite(directory.resolve("ledger.db")), "no version " + version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE te_entry SET amount = 2",
                "DELETE FROM te_entry",
                "INSERT OR REPLACE INTO te_entry SELECT * FROM te_entry",
                "REPLACE INTO te_entry SELECT * FROM forged",
                "INSERT OR IGNORE INTO te_entry SELECT * FROM forged",
                "INSERT INTO te_entry SELECT * FROM te_entry WHERE true ON CONFLICT DO UPDATE SET amount = 2"
            })
    void entriesCannotBeChangedByHand(String sql) throws SQLException {
        execute("CREATE TABLE forged AS SELECT * FROM te_entry");
        execute("UPDATE forged SET sequence = 2");
        assertThatThrownBy(() -> execute(sql)).hasMessageContaining("append-only");
        assertThat(store.entries(EntryQuery.newest(ALICE, 9)).items()).containsExactly(FIRST);
    }

    @Test
    void aTakenKeyIsNamed() {
        LedgerEntry clash = Samples.entry(ALICE, 2, "k1");
        Account after = Samples.after(clash, List.of());
        expectBroken(
                () -> store.update(
                        Scope.NOTHING.account(ALICE), before -> Changes.none("").booking(after, List.of(clash))),
                "[k1]");
    }

    @Test
    void anAccountIsNotWrittenOverAStateNobodySaw() throws SQLException {
        SqliteFile connections =
                new SqliteFile(directory.resolve("ledger.db"), Dialects.named("sqlite"), JdbcOptions.DEFAULT);
        Scope scope = Scope.NOTHING.account(ALICE);
        Snapshot seen = store.read(scope);
        LedgerEntry late = Samples.entry(ALICE, 2, "k3");
        Changes<String> changes = Changes.none("").booking(Samples.after(late, List.of()), List.of(late));
        try (Session session = connections.writer(Deadline.in(Duration.ofSeconds(1)))) {
            session.execute("BEGIN IMMEDIATE");
            session.execute("UPDATE te_account SET sequence = 7");
            assertThatThrownBy(() -> Tables.write(session, seen, changes)).hasMessageContaining("changed meanwhile");
            session.rollback();
        } finally {
            connections.close();
        }
    }

    @Test
    void anAccountBehindItsEntriesCannotBookOverThem() throws SQLException {
        execute("UPDATE te_account SET sequence = 2 WHERE id = 'alice'");
        book(Samples.entry(ALICE, 3, "k3"));
        execute("UPDATE te_account SET sequence = 2 WHERE id = 'alice'");
        expectBroken(() -> book(Samples.entry(ALICE, 3, "other")), "cannot be added");
        assertThat(store.entries(EntryQuery.newest(ALICE, 9)).items()).hasSize(2);
    }

    private void book(LedgerEntry entry) {
        store.update(
                Scope.NOTHING.account(ALICE),
                before -> Changes.none("").booking(Samples.after(entry, List.of()), List.of(entry)));
    }

    private static void expectBroken(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.retryable()).isFalse())
                .hasMessageContaining(message);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection =
                        Sources.file(directory.resolve("ledger.db")).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
