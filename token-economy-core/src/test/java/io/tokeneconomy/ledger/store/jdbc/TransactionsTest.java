package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.ledger.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session is used again only when its transaction is known to be over, and then brings nothing with it. */
class TransactionsTest {

    private static final String INSERT = "INSERT INTO thing (name) VALUES (?)";
    private static final String NAMES = "SELECT name FROM thing ORDER BY name";

    @TempDir
    Path directory;

    private @Nullable String failing;
    private OneSession connections;
    private Transactions transactions;

    @BeforeEach
    void openSession() throws SQLException {
        connections = new OneSession(new Session(
                Sources.interfered(Sources.file(directory.resolve("things.db")), this::fail)
                        .getConnection(),
                Dialects.named("sqlite"),
                new Names(JdbcOptions.DEFAULT),
                session -> {}));
        transactions = new Transactions(connections, Dialects.named("sqlite"));
        connections.session.execute("CREATE TABLE thing (name TEXT NOT NULL)");
    }

    @AfterEach
    void closeSession() {
        connections.close();
    }

    @Test
    void whatSucceededLeavesTheSessionSound() {
        assertThat(write("a")).isEqualTo("a");
        assertThat(names()).isEqualTo("[a]");
        assertThat(connections.session.spoiled()).isFalse();
    }

    @Test
    void rowsOfAFailedAttemptAreNotWrittenByTheNext() {
        assertThatThrownBy(() -> transactions.write(soon(), session -> {
                    addRow(session, "lost");
                    throw new IllegalStateException("decided otherwise");
                }))
                .hasMessage("decided otherwise");
        assertThat(connections.session.spoiled()).isFalse();
        write("kept");
        assertThat(names()).isEqualTo("[kept]");
    }

    @Test
    void anErrorWhileWritingSpoilsTheSession() {
        assertThatThrownBy(() -> transactions.write(soon(), session -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(connections.session.spoiled()).isTrue();
    }

    @Test
    void aCommitThatIsNotConfirmedSpoilsTheSession() {
        failing = "COMMIT";
        assertThatThrownBy(() -> write("a"))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.outcomeUnknown()).isTrue());
        assertThat(connections.session.spoiled()).isTrue();
    }

    @Test
    void aRollbackThatFailsSpoilsTheSession() {
        failing = "ROLLBACK";
        assertThatThrownBy(() -> transactions.write(soon(), session -> {
                    throw new SQLException("disk full");
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("disk full");
        assertThat(connections.session.spoiled()).isTrue();
    }

    @Test
    void aTransactionThatCannotBeginSpoilsTheSession() {
        failing = "BEGIN IMMEDIATE";
        assertThatThrownBy(() -> write("a")).isInstanceOf(StoreException.class);
        assertThat(connections.session.spoiled()).isTrue();
    }

    @Test
    void aFailedReadSpoilsTheSession() {
        assertThatThrownBy(() -> transactions.read(soon(), session -> {
                    throw new SQLException("connection reset");
                }))
                .isInstanceOf(StoreException.class);
        assertThat(connections.session.spoiled()).isTrue();
    }

    @Test
    void anErrorWhileReadingSpoilsTheSession() {
        assertThatThrownBy(() -> transactions.read(soon(), session -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(connections.session.spoiled()).isTrue();
    }

    @Test
    void aRowThatCannotBeReadIsNamedWhateverTheMapperThrows() {
        write("a");
        Session.Mapper<String> mapper = row -> {
            row.isAbout("the first");
            throw new IndexOutOfBoundsException("no such part");
        };
        assertThatThrownBy(() -> transactions.read(soon(), session -> session.query(NAMES, p -> {}, mapper)))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.retryable()).isFalse())
                .hasMessage("a row of thing (the first) cannot be read: no such part");
    }

    private String write(String name) {
        return transactions.write(soon(), session -> {
            addRow(session, name).send();
            return name;
        });
    }

    private static Batch addRow(Session session, String name) throws SQLException {
        Batch batch = session.batch(INSERT);
        batch.add(parameters -> parameters.text(name));
        return batch;
    }

    private String names() {
        return transactions
                .read(soon(), session -> session.query(NAMES, p -> {}, Row::text))
                .toString();
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(1));
    }

    private void fail(String method, Object[] arguments) throws SQLException {
        if (method.equals("execute") && arguments[0].equals(failing)) {
            throw new SQLException(failing + " failed");
        }
    }

    /** Always the same session, however it comes back. */
    private record OneSession(Session session) implements Connections {
        @Override
        public Session writer(Deadline deadline) {
            return session;
        }

        @Override
        public Session reader(Deadline deadline) {
            return session;
        }

        @Override
        public void close() {
            session.closeConnection();
        }
    }
}
