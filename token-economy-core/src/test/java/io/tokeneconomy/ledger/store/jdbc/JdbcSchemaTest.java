package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.store.Bookkeeper;
import io.tokeneconomy.ledger.store.Samples;
import io.tokeneconomy.ledger.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcSchemaTest {

    private static final JdbcOptions CHECKING = JdbcOptions.DEFAULT.withMigrate(false);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDatabaseMadeByThePrintedSqlIsAccepted(boolean migrate) throws SQLException {
        execute(JdbcSchema.print("sqlite"));
        try (JdbcLedgerStore store = JdbcLedgerStore.sqlite(file(), JdbcOptions.DEFAULT.withMigrate(migrate))) {
            Grant grant = Grant.of(AccountId.of("alice"), 1, IdempotencyKey.of("k"));
            assertThat(new Bookkeeper(store).apply(grant, Samples.NOW)).isInstanceOf(Outcome.Applied.class);
        }
    }

    @Test
    void withoutMigrationAnEmptyDatabaseIsRefusedAndStaysEmpty() throws SQLException {
        assertThatThrownBy(() -> JdbcLedgerStore.sqlite(file(), CHECKING))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.retryable()).isFalse())
                .hasMessageContaining("JdbcSchema.print");
        execute(JdbcSchema.print("sqlite"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNewerSchemaIsRefused(boolean migrate) throws SQLException {
        JdbcLedgerStore.sqlite(file()).close();
        execute("INSERT INTO te_schema (version, applied_at) VALUES (99, 0)");
        assertThatThrownBy(() -> JdbcLedgerStore.sqlite(file(), JdbcOptions.DEFAULT.withMigrate(migrate)))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.retryable()).isFalse())
                .hasMessageContaining("99");
    }

    @Test
    void migratingAgainChangesNothing() {
        JdbcLedgerStore.sqlite(file()).close();
        JdbcLedgerStore.sqlite(file()).close();
        JdbcLedgerStore.sqlite(file(), CHECKING).close();
    }

    @Test
    void anUnknownDatabaseIsRefusedNamingThoseThatAreSupported() {
        assertThatThrownBy(() -> JdbcSchema.print("oracle"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("sqlite");
    }

    private Path file() {
        return directory.resolve("ledger.db");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = Sources.file(file()).getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
