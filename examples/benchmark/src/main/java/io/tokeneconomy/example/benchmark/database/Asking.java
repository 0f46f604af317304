package io.tokeneconomy.example.benchmark.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Single statements on a connection of their own. */
final class Asking {

    private Asking() {}

    /** {@return a column of the answer's first row} */
    static String text(String url, String query, int column) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Executes statements one after another, each in its own transaction. */
    static void execute(String url, String... statements) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the answer as {@code name=value}} Fails when it is not that value: figures of a faster setting would mislead. */
    static String required(String name, String value, String found) {
        if (!found.equalsIgnoreCase(value)) {
            throw new IllegalStateException(name + " is " + found + ", it must be " + value);
        }
        return name + "=" + found;
    }
}
