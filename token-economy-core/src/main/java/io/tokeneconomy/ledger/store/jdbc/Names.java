package io.tokeneconomy.ledger.store.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What the tables are really called. All SQL of this package says {@code te_…}; a table may have a schema in front of
 * it, an index or a trigger lies where its table lies and may not.
 */
final class Names {

    private static final Pattern WITH_SCHEMA =
            Pattern.compile("\\bte_(?=(?:schema|account|entry|order|customer|parked|backlog|refuse|only_erase)\\b)");
    private static final Pattern WITHOUT_SCHEMA = Pattern.compile("\\bte_");

    /** What no name of a host's can contain. */
    private static final String DONE = "\u0001";

    private final String schema;
    private final String prefix;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Names(JdbcOptions options) {
        this.schema = options.schema();
        this.prefix = options.tablePrefix();
    }

    /** The SQL with the real names in it. */
    String in(String sql) {
        if (schema.isEmpty() && prefix.equals(JdbcOptions.TABLE_PREFIX)) {
            return sql;
        }
        return known.computeIfAbsent(sql, this::replace);
    }

    /** The schema, or what stands for the connection's own. */
    String schemaOr(String current) {
        return schema.isEmpty() ? current : "'" + schema + "'";
    }

    private String replace(String sql) {
        String qualifier = schema.isEmpty() ? "" : schema + ".";
        String qualified = WITH_SCHEMA.matcher(sql).replaceAll(qualifier + DONE);
        return WITHOUT_SCHEMA.matcher(qualified).replaceAll(prefix).replace(DONE, prefix);
    }
}
