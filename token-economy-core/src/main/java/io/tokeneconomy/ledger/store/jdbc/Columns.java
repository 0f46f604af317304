package io.tokeneconomy.ledger.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows turned into columns, for a statement that takes all of them at once. */
final class Columns implements Parameters {

    private final List<Kind> kinds;
    private final @Nullable Object[][] columns;
    private int row;
    private int column;

    Columns(List<Kind> kinds, int rows) {
        this.kinds = kinds;
        this.columns = new Object[kinds.size()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = kinds.get(i).array(rows);
        }
    }

    /** The marks of such columns in a statement. */
    static String marks(List<Kind> kinds) {
        return kinds.stream().map(kind -> "?::" + kind.type() + "[]").collect(Collectors.joining(", "));
    }

    @Override
    public Parameters text(@Nullable String value) {
        return put(value);
    }

    @Override
    public Parameters exact(@Nullable String value) {
        return put(value);
    }

    @Override
    public Parameters number(long value) {
        return put(value);
    }

    @Override
    public Parameters number(@Nullable Long value) {
        return put(value);
    }

    @Override
    public Parameters bytes(byte @Nullable [] value) {
        return put(value);
    }

    /** Ends a row. */
    void end() {
        if (column != columns.length) {
            throw new IllegalStateException("a row of " + column + " values, not " + columns.length);
        }
        row++;
        column = 0;
    }

    /** Sets the parameters after {@code index}; {@return the last one set} */
    int bind(PreparedStatement statement, int index) throws SQLException {
        Connection connection = statement.getConnection();
        int last = index;
        for (int i = 0; i < columns.length; i++) {
            statement.setArray(++last, connection.createArrayOf(kinds.get(i).type(), columns[i]));
        }
        return last;
    }

    private Columns put(@Nullable Object value) {
        columns[column++][row] = value;
        return this;
    }
}
