package io.tokeneconomy.ledger.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One PostgreSQL for all tests of this JVM, a schema for each. When it cannot be started, its tests fail. */
final class Postgres {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Postgres() {}

    /** Connections as a driver gives them. */
    static DataSource source() {
        return Server.RUNNING.getPostgresDatabase();
    }

    /** {@return the URL of a schema, for processes of their own} */
    static String url(String schema) {
        return Server.RUNNING.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
    }

    /** {@return the name of a new, empty schema} */
    static String newSchema() {
        String name = "test_" + NUMBER.incrementAndGet();
        execute("CREATE SCHEMA " + name);
        return name;
    }

    /** Autocommit off, serializable, in a zone of its own, and no statement prepared: as a pooler may demand. */
    static Pool hostilePool() {
        return new Pool(() -> {
            Connection connection = Server.RUNNING
                    .getDatabase("postgres", "postgres", Map.of("prepareThreshold", "0"))
                    .getConnection();
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TIME ZONE 'Asia/Kathmandu'");
            }
            connection.setAutoCommit(false);
            return connection;
        });
    }

    static Pool pool() {
        return new Pool(() -> source().getConnection());
    }

    static void execute(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL cannot be started", e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
