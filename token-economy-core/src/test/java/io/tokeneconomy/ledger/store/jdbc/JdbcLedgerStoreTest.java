package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.store.Bookkeeper;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Samples;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.ledger.store.Together;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** What only a store on SQLite can get wrong. */
@Timeout(60)
class JdbcLedgerStoreTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final JdbcOptions IMPATIENT = JdbcOptions.DEFAULT.withBusyTimeout(Duration.ofMillis(50));

    @TempDir
    Path directory;

    @Test
    void commitsSurviveAPowerCut() throws SQLException {
        List<String> seen = new ArrayList<>();
        SQLiteDataSource careless = Sources.file(file());
        careless.setSynchronous("OFF");
        DataSource watched = Sources.interfered(careless, (method, arguments) -> {
            if (method.equals("execute")) {
                seen.add((String) arguments[0]);
            }
        });
        try (JdbcLedgerStore store = JdbcLedgerStore.on(watched)) {
            seen.clear();
            grant(store, "k");
            assertThat(seen)
                    .containsSubsequence(
                            "PRAGMA synchronous = 2", "BEGIN IMMEDIATE", "COMMIT", "PRAGMA synchronous = 0");
            assertThat(answer("PRAGMA journal_mode")).isEqualTo("wal");
        }
    }

    @Test
    void theStoresOwnConnectionsAreDurable() throws SQLException {
        SqliteFile connections = new SqliteFile(file(), Dialects.named("sqlite"), JdbcOptions.DEFAULT);
        JdbcLedgerStore.sqlite(file()).close();
        try (Session writer = connections.writer(Deadline.in(Duration.ofSeconds(1)))) {
            assertThat(writer.text("PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(writer.text("PRAGMA synchronous")).as("2 is FULL").isEqualTo("2");
            assertThat(writer.text("PRAGMA foreign_keys")).isEqualTo("1");
        }
        connections.close();
    }

    @Test
    void anotherWritersLockIsWaitedForAndThenReportedAsRetryable() throws SQLException {
        try (JdbcLedgerStore store = JdbcLedgerStore.sqlite(file(), IMPATIENT);
                Connection other = Sources.file(file()).getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> grant(store, "k")).isInstanceOfSatisfying(StoreException.class, e -> {
                assertThat(e.retryable()).isTrue();
                assertThat(e.outcomeUnknown()).isFalse();
                assertThat(e).hasMessageContaining("50 ms");
            });
            assertThat(new Bookkeeper(store).account(ALICE).sequence()).isZero();
            statement.execute("ROLLBACK");
            assertThat(grant(store, "k")).isInstanceOf(Outcome.Applied.class);
        }
    }

    @Test
    void earlierUpdatesOfTheSameStoreAreWaitedForAndThenReportedAsRetryable() {
        try (JdbcLedgerStore store = JdbcLedgerStore.sqlite(file(), IMPATIENT)) {
            store.update(Scope.NOTHING, before -> {
                assertThatThrownBy(() -> Together.get(Together.start(() -> grant(store, "k"))))
                        .isInstanceOfSatisfying(
                                StoreException.class,
                                e -> assertThat(e.retryable()).isTrue());
                return Changes.none("");
            });
        }
    }

    @Test
    void aDecisionCannotUpdateItsOwnStore() {
        try (JdbcLedgerStore store = JdbcLedgerStore.sqlite(file())) {
            assertThatThrownBy(() -> store.update(Scope.NOTHING, before -> Changes.none(grant(store, "k"))))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void anInterruptedThreadStaysInterruptedAndLosesNothing() {
        try (JdbcLedgerStore store = JdbcLedgerStore.sqlite(file())) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> grant(store, "k"))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.retryable()).isTrue());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(grant(store, "k")).isInstanceOf(Outcome.Applied.class);
        }
    }

    @Test
    void aCommitThatIsNotConfirmedIsUnknownAndItsKeyTells() {
        AtomicBoolean cut = new AtomicBoolean();
        DataSource fragile = Sources.interfered(Sources.file(file()), (method, arguments) -> {
            if (cut.get() && method.equals("execute") && arguments[0].equals("COMMIT")) {
                throw new SQLException("connection reset");
            }
        });
        try (JdbcLedgerStore store = JdbcLedgerStore.on(fragile)) {
            cut.set(true);
            assertThatThrownBy(() -> grant(store, "k"))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.outcomeUnknown()).isTrue());
            cut.set(false);
            assertThat(grant(store, "k")).isInstanceOf(Outcome.Applied.class);
            assertThat(grant(store, "k")).isInstanceOf(Outcome.Replayed.class);
        }
    }

    @Test
    void aLostConnectionBeforeTheCommitIsRetryable() {
        AtomicBoolean down = new AtomicBoolean();
        DataSource fragile = Sources.interfered(Sources.file(file()), (method, arguments) -> {
            if (down.get() && method.equals("getConnection")) {
                throw new SQLException("no connection");
            }
        });
        try (JdbcLedgerStore store = JdbcLedgerStore.on(fragile)) {
            down.set(true);
            List<ThrowingCallable> calls =
                    List.of(() -> grant(store, "k"), () -> store.read(Scope.NOTHING.account(ALICE)));
            assertThat(calls)
                    .allSatisfy(call -> assertThatThrownBy(call).isInstanceOfSatisfying(StoreException.class, e -> {
                        assertThat(e.retryable()).isTrue();
                        assertThat(e.outcomeUnknown()).isFalse();
                    }));
        }
    }

    @Test
    void connectionsAreGivenBackAsTheyCame() throws SQLException {
        SQLiteDataSource source = Sources.file(file());
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        String before = settings(connection);
        DataSource single = singleConnection(source, connection);
        try (JdbcLedgerStore store = JdbcLedgerStore.on(single)) {
            grant(store, "k");
            store.read(Scope.NOTHING.account(ALICE));
        }
        assertThat(settings(connection)).isEqualTo(before);
        assertThat(connection.getAutoCommit()).isFalse();
        connection.close();
    }

    private Outcome grant(JdbcLedgerStore store, String key) {
        return new Bookkeeper(store).apply(Grant.of(ALICE, 1, IdempotencyKey.of(key)), Samples.NOW);
    }

    private Path file() {
        return directory.resolve("ledger.db");
    }

    private String answer(String sql) throws SQLException {
        try (Connection connection = Sources.file(file()).getConnection()) {
            return answer(connection, sql);
        }
    }

    private static String settings(Connection connection) throws SQLException {
        StringBuilder settings = new StringBuilder();
        for (String pragma : List.of("busy_timeout", "synchronous", "foreign_keys", "read_uncommitted", "query_only")) {
            settings.append(pragma)
                    .append('=')
                    .append(answer(connection, "PRAGMA " + pragma))
                    .append(' ');
        }
        return settings.toString();
    }

    private static String answer(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            return found.getString(1);
        }
    }

    private static DataSource singleConnection(DataSource source, Connection connection) {
        Connection unclosable = proxy(
                Connection.class,
                (method, arguments) -> method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return proxy(
                DataSource.class,
                (method, arguments) ->
                        method.getName().equals("getConnection") ? unclosable : method.invoke(source, arguments));
    }

    private interface Answer {
        @Nullable
        Object to(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                JdbcLedgerStoreTest.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method, arguments)));
    }
}
