package io.tokeneconomy.example.benchmark.contender.sql;

import io.tokeneconomy.example.benchmark.contender.Answer;
import io.tokeneconomy.example.benchmark.contender.Place;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * What the database charges for one commit with one insert and one update: a single prepared statement in autocommit.
 * No look at the key before, no rules, no chain; the tables' constraints keep the promises. MariaDB has no such
 * statement; there it is a call of a procedure, which raises a refusal as an error.
 */
public final class Floor extends PooledContender {

    private final String statement;
    private final boolean raisesRefusal;

    /** @param place a database server, or an H2 file */
    public Floor(Place place) {
        super(Pool.open(place));
        statement = SqlScript.text(place, "floor-spend");
        raisesRefusal = statement.startsWith("CALL");
        run(connection -> {
            SqlScript.run(connection, place, "floor");
            return true;
        });
    }

    @Override
    Answer spend(Connection connection, String account, String key) throws SQLException {
        try (PreparedStatement spend = connection.prepareStatement(statement)) {
            spend.setString(1, account);
            spend.setString(2, key);
            boolean nothingDone = spend.executeUpdate() == 0 && !raisesRefusal;
            return nothingDone ? Answer.REFUSED : Answer.BOOKED;
        }
    }
}
