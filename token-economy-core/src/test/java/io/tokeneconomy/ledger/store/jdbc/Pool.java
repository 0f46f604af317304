package io.tokeneconomy.ledger.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A pool whose connections come in a state of their own, and must come back in it. A store's thread must never ask for
 * one while it has another: where there are no more, all threads would wait for each other.
 */
final class Pool implements AutoCloseable {

    /** Opens a connection and puts it into its state. */
    interface Opening {
        Connection open() throws SQLException;
    }

    private final Opening opening;
    private final ThreadLocal<Boolean> lent = ThreadLocal.withInitial(() -> false);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    Pool(Opening opening) {
        this.opening = opening;
    }

    /** {@return a connection for the host, which may keep it} */
    Connection host() throws SQLException {
        return opening.open();
    }

    DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                Pool.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return borrowed(take());
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(Pool::drop);
        idle.clear();
    }

    private Connection take() throws SQLException {
        synchronized (this) {
            Connection known = idle.poll();
            if (known != null) {
                return known;
            }
        }
        return opening.open();
    }

    private synchronized void giveBack(Connection connection, boolean autoCommit) throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        if (connection.getAutoCommit() != autoCommit) {
            throw new AssertionError("a connection came back with autocommit " + !autoCommit);
        }
        if (closed) {
            drop(connection);
        } else {
            idle.push(connection);
        }
    }

    private Connection borrowed(Connection connection) throws SQLException {
        if (lent.get()) {
            throw new AssertionError("a second connection, while the thread has one");
        }
        lent.set(true);
        boolean autoCommit = connection.getAutoCommit();
        return (Connection) Proxy.newProxyInstance(
                Pool.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        lent.remove();
                        giveBack(connection, autoCommit);
                        return null;
                    }
                    return invoke(connection, method, arguments);
                });
    }

    private static @Nullable Object invoke(
            Connection connection, java.lang.reflect.Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void drop(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
