package io.tokeneconomy.example.benchmark.contender.sql;

import io.tokeneconomy.example.benchmark.contender.Answer;
import io.tokeneconomy.example.benchmark.contender.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;

/** The textbook's steps by hand: find the key, lock the account, check, insert the entry, update the account, commit. */
public final class PlainJdbc extends PooledContender {

    private static final String FIND = "SELECT id FROM entry WHERE operation_key = ?";
    private static final String LOCK = "SELECT balance FROM account WHERE id = ? FOR UPDATE";
    private static final String INSERT =
            "INSERT INTO entry (operation_key, account_id, amount, balance_after, created_at) VALUES (?, ?, -1, ?, ?)";
    private static final String UPDATE = "UPDATE account SET balance = ? WHERE id = ?";

    /** @param place a database server, or an H2 file */
    public PlainJdbc(Place place) {
        super(Pool.openForTransactions(place));
        run(connection -> {
            SqlScript.run(connection, place, "textbook");
            connection.commit();
            return true;
        });
    }

    @Override
    Answer spend(Connection connection, String account, String key) throws SQLException {
        if (isBooked(connection, key)) {
            connection.rollback();
            return Answer.REPLAYED;
        }
        long left = lockedBalance(connection, account) - 1;
        if (left < 0) {
            connection.rollback();
            return Answer.REFUSED;
        }
        insert(connection, account, key, left);
        update(connection, account, left);
        connection.commit();
        return Answer.BOOKED;
    }

    private static boolean isBooked(Connection connection, String key) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, key);
            try (ResultSet found = find.executeQuery()) {
                return found.next();
            }
        }
    }

    private static long lockedBalance(Connection connection, String account) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, account);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void insert(Connection connection, String account, String key, long left) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, key);
            insert.setString(2, account);
            insert.setLong(3, left);
            insert.setTimestamp(4, new Timestamp(System.currentTimeMillis()));
            insert.executeUpdate();
        }
    }

    private static void update(Connection connection, String account, long left) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setLong(1, left);
            update.setString(2, account);
            update.executeUpdate();
        }
    }
}
