package io.tokeneconomy.ledger.store.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows by many keys with few statements. Lists are filled up to one of a few lengths by repeating the last key,
 * so that a handful of prepared statements serve every number of keys; PostgreSQL takes them all as one array.
 */
final class InList {

    private static final int[] LENGTHS = {1, 8, 64, 512};

    private InList() {}

    /** How many queries it takes. */
    static int queries(Dialect dialect, Collection<?> keys) {
        int longest = dialect.takesArrays() ? Integer.MAX_VALUE : LENGTHS[LENGTHS.length - 1];
        return keys.size() / longest + (keys.size() % longest == 0 ? 0 : 1);
    }

    /** The query, with locks when they are wanted, taken in that order. */
    static String sql(Session session, String select, String order, boolean locking) {
        return locking ? session.locking(select, order) : select;
    }

    /**
     * Runs a query whose text contains {@code IN (?)} once, for all of the keys.
     *
     * @return the rows found, in no order across chunks
     */
    static <T> List<T> query(Session session, String sql, Collection<String> keys, Session.Mapper<T> mapper)
            throws SQLException {
        return query(session, sql, null, keys, mapper);
    }

    /** The same, for a query with another parameter in front of the list. */
    static <T> List<T> query(
            Session session, String sql, @Nullable String first, Collection<String> keys, Session.Mapper<T> mapper)
            throws SQLException {
        List<String> all = List.copyOf(keys);
        if (all.isEmpty()) {
            return List.of();
        }
        if (session.dialect().takesArrays()) {
            return array(session, sql, first, all, mapper);
        }
        int longest = LENGTHS[LENGTHS.length - 1];
        List<T> rows = new ArrayList<>();
        for (int from = 0; from < all.size(); from += longest) {
            List<String> chunk = all.subList(from, Math.min(all.size(), from + longest));
            rows.addAll(chunk(session, sql, first, chunk, mapper));
        }
        return rows;
    }

    private static <T> List<T> array(
            Session session, String sql, @Nullable String first, List<String> keys, Session.Mapper<T> mapper)
            throws SQLException {
        Columns column = new Columns(List.of(Kind.TEXT), keys.size());
        for (String key : keys) {
            column.exact(key);
            column.end();
        }
        return session.query(
                sql.replace("IN (?)", "= ANY (?)"),
                parameters -> {
                    lead(parameters, first);
                    parameters.columns(column);
                },
                mapper);
    }

    private static <T> List<T> chunk(
            Session session, String sql, @Nullable String first, List<String> keys, Session.Mapper<T> mapper)
            throws SQLException {
        int length = lengthFor(keys.size());
        String marks = "IN (" + String.join(",", Collections.nCopies(length, "?")) + ")";
        return session.query(
                sql.replace("IN (?)", marks),
                parameters -> {
                    lead(parameters, first);
                    fill(parameters, keys, length);
                },
                mapper);
    }

    private static void lead(Parameters parameters, @Nullable String first) throws SQLException {
        if (first != null) {
            parameters.exact(first);
        }
    }

    private static void fill(Parameters parameters, List<String> keys, int length) throws SQLException {
        for (int i = 0; i < length; i++) {
            parameters.exact(keys.get(Math.min(i, keys.size() - 1)));
        }
    }

    private static int lengthFor(int size) {
        for (int length : LENGTHS) {
            if (size <= length) {
                return length;
            }
        }
        throw new IllegalArgumentException("chunk too long: " + size);
    }
}
