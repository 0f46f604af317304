package io.tokeneconomy.ledger.store.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Finds rows by many keys with few statements. Lists are filled up to one of a few lengths by repeating the last key,
 * so that a handful of prepared statements serve every number of keys.
 */
final class InList {

    private static final int[] LENGTHS = {1, 8, 64, 512};

    private InList() {}

    /**
     * Runs a query whose text contains {@code (?)} once, for all of the keys.
     *
     * @return the rows found, in no order across chunks
     */
    static <T> List<T> query(Session session, String sql, Collection<String> keys, Session.Mapper<T> mapper)
            throws SQLException {
        List<String> all = List.copyOf(keys);
        int longest = LENGTHS[LENGTHS.length - 1];
        List<T> rows = new ArrayList<>();
        for (int from = 0; from < all.size(); from += longest) {
            List<String> chunk = all.subList(from, Math.min(all.size(), from + longest));
            rows.addAll(chunk(session, sql, chunk, mapper));
        }
        return rows;
    }

    private static <T> List<T> chunk(Session session, String sql, List<String> keys, Session.Mapper<T> mapper)
            throws SQLException {
        int length = lengthFor(keys.size());
        String marks = "(" + String.join(",", Collections.nCopies(length, "?")) + ")";
        return session.query(sql.replace("(?)", marks), parameters -> fill(parameters, keys, length), mapper);
    }

    private static void fill(Parameters parameters, List<String> keys, int length) throws SQLException {
        for (int i = 0; i < length; i++) {
            parameters.text(keys.get(Math.min(i, keys.size() - 1)));
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
