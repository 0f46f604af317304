package io.tokeneconomy.ledger.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Rows for one statement. */
final class Batch {

    private final PreparedStatement statement;
    private final StatementParameters parameters;
    private int rows;

    Batch(PreparedStatement statement, StatementParameters parameters) {
        this.statement = statement;
        this.parameters = parameters;
    }

    void add(Session.Binding binding) throws SQLException {
        parameters.restart();
        binding.bind(parameters);
        statement.addBatch();
        rows++;
    }

    /** Sends the rows; {@return how many rows of the database each of them touched} */
    int[] send() throws SQLException {
        if (rows == 0) {
            return new int[0];
        }
        rows = 0;
        return statement.executeBatch();
    }
}
