package io.tokeneconomy.example.benchmark.contender.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Something to do on a connection, before or after the measurement. */
@FunctionalInterface
public interface SqlWork<T> {

    /** {@return what came of it} */
    T on(Connection connection) throws SQLException;

    /** {@return what came of that work on one of the pool's connections} */
    static <T> T run(DataSource pool, SqlWork<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
