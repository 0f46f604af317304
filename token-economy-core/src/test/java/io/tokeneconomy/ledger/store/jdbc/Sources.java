package io.tokeneconomy.ledger.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** Data sources in the states hosts leave them. */
final class Sources {

    /** What happens instead of a call, or nothing. */
    interface Interference {
        void before(String method, Object[] arguments) throws SQLException;
    }

    private Sources() {}

    static SQLiteDataSource file(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /** A pool whose connections are all wrong: autocommit off, foreign keys off, nothing synchronous, dirty reads. */
    static DataSource hostilePool(Path file) {
        SQLiteDataSource source = file(file);
        source.setEnforceForeignKeys(false);
        source.setSynchronous("OFF");
        source.setReadUncommitted(true);
        Deque<Connection> idle = new ArrayDeque<>();
        return proxy(DataSource.class, source, (method, arguments) -> {}, connection -> pooled(connection, idle));
    }

    /** A source whose statements are interfered with. */
    static DataSource interfered(DataSource source, Interference interference) {
        return proxy(DataSource.class, source, interference, result -> wrapped(result, interference));
    }

    private static Object wrapped(Object result, Interference interference) {
        if (result instanceof Connection connection) {
            return proxy(Connection.class, connection, interference, inner -> wrapped(inner, interference));
        }
        return result instanceof Statement statement && !(result instanceof PreparedStatement)
                ? proxy(Statement.class, statement, interference, inner -> inner)
                : result;
    }

    private static Object pooled(Object fresh, Deque<Connection> idle) {
        if (!(fresh instanceof Connection opened)) {
            return fresh;
        }
        Connection connection = reuse(opened, idle);
        return Proxy.newProxyInstance(
                Sources.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        giveBack(connection, idle);
                        return null;
                    }
                    return invoke(connection, method, arguments);
                });
    }

    private static Connection reuse(Connection opened, Deque<Connection> idle) {
        synchronized (idle) {
            Connection known = idle.poll();
            try {
                if (known != null) {
                    opened.close();
                    return known;
                }
                opened.setAutoCommit(false);
                return opened;
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static void giveBack(Connection connection, Deque<Connection> idle) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new AssertionError("a connection came back with autocommit on");
        }
        synchronized (idle) {
            idle.push(connection);
        }
    }

    private static <T> T proxy(Class<T> type, T target, Interference interference, UnaryOperator<Object> results) {
        return type.cast(Proxy.newProxyInstance(
                Sources.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    interference.before(method.getName(), given);
                    Object result = invoke(target, method, arguments);
                    return result == null ? null : results.apply(result);
                }));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
