package io.tokeneconomy.example.benchmark.contender.sql;

import io.tokeneconomy.example.benchmark.contender.Books;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens and reads the two tables that everybody but ours keeps: an account's balance, and its entries. */
public final class PlainBooks {

    private static final String OPEN = "INSERT INTO account (id, balance) VALUES (?, ?)";
    private static final String GRANT =
            "INSERT INTO entry (operation_key, account_id, amount, balance_after, created_at) VALUES (?, ?, ?, ?, ?)";
    private static final String SPENDS = "SELECT count(*) FROM entry WHERE amount < 0";
    private static final String BALANCES = "SELECT id, balance FROM account";
    private static final String SUMS = "SELECT account_id, sum(amount) FROM entry GROUP BY account_id";

    private PlainBooks() {}

    /** Opens accounts and books each one's grant, in one transaction. */
    public static void open(Connection connection, List<String> accounts, long tokens) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (PreparedStatement open = connection.prepareStatement(OPEN);
                PreparedStatement grant = connection.prepareStatement(GRANT)) {
            Timestamp now = new Timestamp(System.currentTimeMillis());
            for (String account : accounts) {
                batch(open, account, tokens);
                batch(grant, "grant-" + account, account, tokens, tokens, now);
            }
            open.executeBatch();
            grant.executeBatch();
            connection.commit();
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    /** {@return how many spends there are, and the accounts whose balance is not the sum of their entries} */
    public static Books read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return Books.of(count(statement), numbers(statement, BALANCES), numbers(statement, SUMS));
        }
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet spends = statement.executeQuery(SPENDS)) {
            spends.next();
            return spends.getLong(1);
        }
    }

    private static Map<String, Long> numbers(Statement statement, String query) throws SQLException {
        Map<String, Long> numbers = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                numbers.put(rows.getString(1), rows.getLong(2));
            }
        }
        return numbers;
    }

    private static void batch(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
