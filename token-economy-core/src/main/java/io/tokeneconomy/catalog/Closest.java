package io.tokeneconomy.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what somebody may have meant by a name that does not exist. */
final class Closest {

    /** No name of ours is longer; the rest of a longer one only costs time. */
    private static final int COMPARED_LENGTH = 100;

    private Closest() {}

    /** The candidate with the fewest letters added, removed or replaced, in any case; of several, the first. */
    static String to(String name, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(cut(name), cut(candidate))))
                .orElseThrow();
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), COMPARED_LENGTH)).toLowerCase(Locale.ROOT);
    }

    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }
}
