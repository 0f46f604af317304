package io.tokeneconomy.example.benchmark.contender.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.tokeneconomy.example.benchmark.contender.Answer;
import io.tokeneconomy.example.benchmark.contender.Books;
import io.tokeneconomy.example.benchmark.contender.Contender;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A contender in plain JDBC on a pool: what differs is only how it spends. */
abstract class PooledContender implements Contender {

    private final HikariDataSource pool;

    PooledContender(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Takes one token on a connection, and ends the transaction. */
    abstract Answer spend(Connection connection, String account, String key) throws SQLException;

    @Override
    public final Answer spend(String account, String key) {
        try (Connection connection = pool.getConnection()) {
            return spend(connection, account, key);
        } catch (SQLException e) {
            return Trouble.answer(e);
        }
    }

    @Override
    public final void open(List<String> accounts, long tokens) {
        run(connection -> {
            PlainBooks.open(connection, accounts, tokens);
            return true;
        });
    }

    @Override
    public final Books books(List<String> accounts) {
        return run(PlainBooks::read);
    }

    @Override
    public final void close() {
        pool.close();
    }

    final <T> T run(SqlWork<T> work) {
        return SqlWork.run(pool, work);
    }
}
