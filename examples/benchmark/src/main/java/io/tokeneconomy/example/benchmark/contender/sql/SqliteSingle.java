package io.tokeneconomy.example.benchmark.contender.sql;

import io.tokeneconomy.example.benchmark.contender.Answer;
import io.tokeneconomy.example.benchmark.contender.Books;
import io.tokeneconomy.example.benchmark.contender.Contender;
import io.tokeneconomy.example.benchmark.contender.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;

/**
 * One operation per transaction on one writer connection: {@code BEGIN IMMEDIATE}, WAL, {@code synchronous=FULL},
 * statements prepared once.
 */
public final class SqliteSingle implements Contender {

    private final ReentrantLock turn = new ReentrantLock();
    private final Connection writer;
    private final PreparedStatement begin;
    private final PreparedStatement find;
    private final PreparedStatement balance;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement commit;

    /** @param place a file */
    public SqliteSingle(Place place) {
        try {
            writer = connect(place);
            SqlScript.run(writer, place, "textbook");
            begin = writer.prepareStatement("BEGIN IMMEDIATE");
            commit = writer.prepareStatement("COMMIT");
            find = writer.prepareStatement("SELECT 1 FROM entry WHERE operation_key = ?");
            balance = writer.prepareStatement("SELECT balance FROM account WHERE id = ?");
            insert = writer.prepareStatement(
                    "INSERT INTO entry (operation_key, account_id, amount, balance_after, created_at)"
                            + " VALUES (?, ?, -1, ?, ?)");
            update = writer.prepareStatement("UPDATE account SET balance = ? WHERE id = ?");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void open(List<String> accounts, long tokens) {
        run(() -> {
            PlainBooks.open(writer, accounts, tokens);
            return true;
        });
    }

    @Override
    public Answer spend(String account, String key) {
        return run(() -> {
            begin.execute();
            Answer answer = decided(account, key);
            commit.execute();
            return answer;
        });
    }

    @Override
    public Books books(List<String> accounts) {
        return run(() -> PlainBooks.read(writer));
    }

    @Override
    public void close() {
        run(() -> {
            writer.close();
            return true;
        });
    }

    /** Does that when it is this thread's turn to write. */
    private <T> T run(Work<T> work) {
        turn.lock();
        try {
            return work.done();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            turn.unlock();
        }
    }

    private Answer decided(String account, String key) throws SQLException {
        find.setString(1, key);
        if (isThere(find)) {
            return Answer.REPLAYED;
        }
        balance.setString(1, account);
        long left = number(balance) - 1;
        if (left < 0) {
            return Answer.REFUSED;
        }
        book(account, key, left);
        return Answer.BOOKED;
    }

    private void book(String account, String key, long left) throws SQLException {
        insert.setString(1, key);
        insert.setString(2, account);
        insert.setLong(3, left);
        insert.setLong(4, System.currentTimeMillis());
        insert.executeUpdate();
        update.setLong(1, left);
        update.setString(2, account);
        update.executeUpdate();
    }

    private static boolean isThere(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection connect(Place place) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return config.createConnection(place.url());
    }

    /** Something to do on the writer. */
    private interface Work<T> {
        /** {@return its result} */
        T done() throws SQLException;
    }
}
