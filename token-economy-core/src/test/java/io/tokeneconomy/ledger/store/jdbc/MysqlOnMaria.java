package io.tokeneconomy.ledger.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A MariaDB that calls itself MySQL: what the dialect of MySQL says is SQL that both understand. */
final class MysqlOnMaria {

    private MysqlOnMaria() {}

    /** Connections as the driver gives them, each a new one. */
    static DataSource source(String url) {
        return proxy(DataSource.class, (method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return connection(url);
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }

    /** The same, pooled. */
    static Pool pool(String url) {
        return new Pool(() -> connection(url));
    }

    private static Connection connection(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        DatabaseMetaData database = connection.getMetaData();
        DatabaseMetaData renamed = proxy(DatabaseMetaData.class, (method, arguments) -> switch (method.getName()) {
            case "getDatabaseProductName" -> "MySQL";
            case "getDatabaseMajorVersion" -> 8;
            case "getDatabaseMinorVersion" -> 4;
            default -> invoke(database, method, arguments);
        });
        return proxy(
                Connection.class,
                (method, arguments) ->
                        method.getName().equals("getMetaData") ? renamed : invoke(connection, method, arguments));
    }

    private interface Answer {
        Object to(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                MysqlOnMaria.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method, arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
