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
import java.util.Map;
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
                "allocations = '1'",
                "allocations = '1:2,'",
                "type = 'GIFT'",
                "amount = 0",
                "booked_at = -1",
                "lot_priority = 5000"
            })
    void aRowThatCannotBeReadIsNamedAsSuch(String damage) throws SQLException {
        execute("DROP TRIGGER te_entry_no_update");
        execute("UPDATE te_entry SET " + damage);
        expectBroken(() -> store.entries(EntryQuery.newest(ALICE, 1)), "cannot be read");
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
                new SqliteFile(directory.resolve("ledger.db"), Dialect.named("sqlite"), JdbcOptions.DEFAULT);
        Scope scope = Scope.NOTHING.account(ALICE);
        Snapshot seen = store.read(scope);
        book(Samples.entry(ALICE, 2, "k2"));
        LedgerEntry late = Samples.entry(ALICE, 2, "k3");
        Changes<String> changes = Changes.none("").booking(Samples.after(late, List.of()), List.of(late));
        try (Session session = connections.writer(Deadline.in(Duration.ofSeconds(1)))) {
            session.execute("BEGIN IMMEDIATE");
            expectBroken(() -> Tables.write(session, Dialect.named("sqlite"), seen, changes), "holds no lock");
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
                before -> new Changes<>(
                        List.of(Samples.after(entry, List.of())), List.of(entry), List.of(), Map.of(), List.of(), ""));
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
