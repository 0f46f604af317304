package io.tokeneconomy.ledger.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows turned into columns, for a statement that takes all of them at once. */
final class Columns implements Parameters {

    private final List<Kind> kinds;
    private final @Nullable Object[][] columns;
    private long filled;
    private int row;
    private int column;

    Columns(List<Kind> kinds, int rows) {
        this.kinds = kinds;
        this.columns = new Object[kinds.size()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = kinds.get(i).array(rows);
        }
    }

    /**
     * A query whose rows are those of such columns, with a mark for each column that holds anything.
     *
     * <p>{@code OFFSET 0} keeps it from the planner how long the arrays are. If it knew, it would find its general plan,
     * made for arrays of ten, too dear for shorter ones, and would plan anew each time, which takes as long as ten rows.
     *
     * @param names the columns' names, with commas between them
     * @param filled as {@link #filled()} tells
     * @param first what is evaluated before the first row
     */
    static String rows(List<Kind> kinds, String names, long filled, String... first) {
        String[] name = names.split(", *", -1);
        List<String> values = new ArrayList<>();
        List<String> arrays = new ArrayList<>(List.of(first));
        for (int i = 0; i < name.length; i++) {
            String type = kinds.get(i).type();
            if ((filled & bit(i)) == 0) {
                values.add("NULL::" + type + " AS " + name[i]);
            } else {
                values.add("unnest(" + name[i] + ") AS " + name[i]);
                arrays.add("?::" + type + "[] AS " + name[i]);
            }
        }
        return "SELECT " + String.join(", ", values) + " FROM (SELECT " + String.join(", ", arrays)
                + " OFFSET 0) AS arrays";
    }

    /** {@return a bit for each column that holds more than nulls; of no rows, each does} */
    long filled() {
        return row == 0 ? bit(columns.length) - 1 : filled;
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

    /** Sets the marks of {@link #rows}, one for each column that is filled, after {@code index}; {@return the last one set} */
    int bind(PreparedStatement statement, int index) throws SQLException {
        Connection connection = statement.getConnection();
        int last = index;
        for (int i = 0; i < columns.length; i++) {
            if ((filled() & bit(i)) != 0) {
                statement.setArray(++last, connection.createArrayOf(kinds.get(i).type(), columns[i]));
            }
        }
        return last;
    }

    private Columns put(@Nullable Object value) {
        if (value != null) {
            filled |= bit(column);
        }
        columns[column++][row] = value;
        return this;
    }

    private static long bit(int column) {
        return 1L << column;
    }
}
