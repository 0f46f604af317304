package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.store.StoreException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Connections that can be cut at the worst moment: the database has committed, and nobody hears of it. */
final class LostAnswers implements Pool.Opening {

    private final Pool.Opening opening;
    private boolean losing;
    private int lost;

    LostAnswers(Pool.Opening opening) {
        this.opening = opening;
    }

    /** Runs an update whose commit goes unanswered. One that writes nothing has nothing to lose. */
    void during(Runnable update) {
        losing = true;
        try {
            update.run();
        } catch (StoreException e) {
            assertThat(e.outcomeUnknown()).as("outcome unknown after " + e).isTrue();
        } finally {
            losing = false;
        }
    }

    /** {@return how many commits went unanswered} */
    int lost() {
        return lost;
    }

    @Override
    public Connection open() throws SQLException {
        Connection connection = opening.open();
        Wire wire = new Wire(connection);
        return wire.proxy(Connection.class, connection);
    }

    /** One connection, and whether a transaction is open on it. */
    private final class Wire {

        private final Connection connection;
        private boolean inTransaction;

        Wire(Connection connection) {
            this.connection = connection;
        }

        <T> T proxy(Class<T> type, T target) {
            return type.cast(Proxy.newProxyInstance(
                    Wire.class.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
                        Object result = call(target, method, given);
                        heard(target, method, given);
                        if (result instanceof PreparedStatement prepared) {
                            return proxy(PreparedStatement.class, prepared);
                        }
                        return result instanceof Statement statement && target == connection
                                ? proxy(Statement.class, statement)
                                : result;
                    }));
        }

        private void heard(Object target, Method method, Object @Nullable [] given) throws SQLException {
            boolean written =
                    target instanceof PreparedStatement && method.getName().equals("executeUpdate") && !inTransaction;
            boolean committed = false;
            if (given != null
                    && given[0] instanceof String sql
                    && method.getName().equals("execute")) {
                committed = sql.equals("COMMIT");
                inTransaction = sql.startsWith("BEGIN")
                        || sql.startsWith("START TRANSACTION")
                        || sql.startsWith("SET TRANSACTION");
            }
            if (losing && (written || committed)) {
                lost++;
                connection.close();
                throw new SQLException("the connection is lost", "08006");
            }
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] given) throws Throwable {
        try {
            return method.invoke(target, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
