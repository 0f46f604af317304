package io.tokeneconomy.example.benchmark.contender.sql;

import io.tokeneconomy.example.benchmark.contender.Answer;
import io.tokeneconomy.example.benchmark.contender.ContentionException;
import java.sql.SQLException;

/** What a database's error means for a spend. */
final class Trouble {

    private static final String CONSTRAINT = "23";
    private static final String ROLLBACK = "40";
    private static final String RAISED_BY_PROCEDURE = "45";

    private Trouble() {}

    /** {@return replayed, when the key is there; refused, when a procedure said so} Throws in all other cases. */
    static Answer answer(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith(CONSTRAINT)) {
            return Answer.REPLAYED;
        }
        if (state.startsWith(RAISED_BY_PROCEDURE)) {
            return Answer.REFUSED;
        }
        if (state.startsWith(ROLLBACK)) {
            throw new ContentionException(e);
        }
        throw new IllegalStateException(e);
    }
}
