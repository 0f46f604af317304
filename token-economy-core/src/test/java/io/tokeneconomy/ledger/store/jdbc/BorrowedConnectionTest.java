package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.PaymentMode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The host's connections come back in order also when something goes wrong on the way. */
class BorrowedConnectionTest {

    private static final class BoundError extends Error {
        private static final long serialVersionUID = 1L;
    }

    @TempDir
    Path directory;

    private final List<String> calls = new ArrayList<>();
    private @Nullable String failing;
    private boolean failsHard;

    @Test
    void aConnectionThatCannotBePreparedGoesBackAsItCame() {
        DataSourceConnections connections = connections();
        failing = "PRAGMA foreign_keys = 1";
        assertThatThrownBy(() -> connections.writer(soon())).isInstanceOf(SQLException.class);
        assertThat(calls)
                .containsSubsequence("PRAGMA busy_timeout = 0", "PRAGMA busy_timeout = 3000", "[false]", "close");
    }

    @Test
    void soItDoesAfterAnError() {
        DataSourceConnections connections = connections();
        failing = "PRAGMA foreign_keys = 1";
        failsHard = true;
        assertThatThrownBy(() -> connections.writer(soon())).isInstanceOf(BoundError.class);
        assertThat(calls)
                .containsSubsequence("PRAGMA busy_timeout = 0", "PRAGMA busy_timeout = 3000", "[false]", "close");
    }

    @Test
    void noTransactionIsLeftOpenByAnErrorWhileReading() {
        try (JdbcLedgerStore store = JdbcLedgerStore.on(source())) {
            calls.clear();
            failing = "SELECT account, mode, customer_id, top_up FROM te_customer WHERE account IN (?)";
            failsHard = true;
            AccountId alice = AccountId.of("alice");
            Scope scope = Scope.NOTHING.account(alice).customer(new CustomerKey(alice, PaymentMode.TEST));
            assertThatThrownBy(() -> store.read(scope)).isInstanceOf(BoundError.class);
            assertThat(calls).containsSubsequence("BEGIN", "ROLLBACK", "abort", "close");
        }
    }

    @Test
    void aSourceBoundToTheHostsTransactionIsRefused() {
        assertThatThrownBy(() -> JdbcLedgerStore.on(new TransactionAwareDataSourceProxy()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("take no part in transactions");
        assertThatThrownBy(() -> JdbcLedgerStore.on(new TransactionAwareDataSourceProxy() {}))
                .isInstanceOf(InvalidValueException.class);
    }

    /** Named like Spring's. */
    private static class TransactionAwareDataSourceProxy extends SQLiteDataSource {}

    private DataSourceConnections connections() {
        return new DataSourceConnections(source(), Dialects.named("sqlite"), new Names(JdbcOptions.DEFAULT));
    }

    private DataSource source() {
        DataSource pool = Sources.hostilePool(directory.resolve("ledger.db"));
        return Sources.interfered(pool, (method, arguments) -> {
            boolean sql = arguments.length > 0 && arguments[0] instanceof String;
            String call = sql
                    ? (String) arguments[0]
                    : method.equals("setAutoCommit") ? List.of(arguments).toString() : method;
            calls.add(call);
            if (call.equals(failing)) {
                refuse();
            }
        });
    }

    private void refuse() throws SQLException {
        if (failsHard) {
            throw new BoundError();
        }
        throw new SQLException("refused");
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(1));
    }
}
