package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.EntryFilter;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.store.EntryQuery;
import java.sql.SQLException;
import java.util.Collections;

/** The conditions of an entry query: only those that are given, so that each statement has its own plan. */
final class EntryWhere {

    private final EntryQuery query;
    private final EntryFilter filter;
    private final String position;

    /** @param position the database's function that finds one text in another, byte by byte */
    EntryWhere(EntryQuery query, String position) {
        this.position = position;
        this.query = query;
        this.filter = query.filter();
    }

    String sql() {
        StringBuilder sql =
                new StringBuilder(" WHERE account = ? AND sequence ").append(query.newestFirst() ? '<' : '>');
        sql.append(" ?");
        if (!filter.types().isEmpty()) {
            String marks = String.join(", ", Collections.nCopies(filter.types().size(), "?"));
            sql.append(" AND type IN (").append(marks).append(')');
        }
        if (filter.from() != null) {
            sql.append(" AND booked_at >= ?");
        }
        if (filter.until() != null) {
            sql.append(" AND booked_at < ?");
        }
        if (filter.reference() != null) {
            sql.append(" AND reference = ?");
        }
        if (filter.metadataKey() != null) {
            sql.append(" AND ").append(position).append("(metadata, ?) > 0");
        }
        // the account is the same in all of them; H2 takes the index for the order only when it names all its columns
        String order = query.newestFirst() ? " ORDER BY account DESC, sequence DESC" : " ORDER BY account, sequence";
        return sql.append(order).append(" LIMIT ?").toString();
    }

    void bind(Parameters to) throws SQLException {
        to.exact(query.account().value()).number(query.beyond());
        for (EntryType type : filter.types()) {
            to.name(type);
        }
        if (filter.from() != null) {
            to.time(filter.from());
        }
        if (filter.until() != null) {
            to.time(filter.until());
        }
        if (filter.reference() != null) {
            to.exact(filter.reference());
        }
        if (filter.metadataKey() != null) {
            to.text(MetadataJson.member(filter.metadataKey()));
        }
        to.number(query.limit() + 1L);
    }
}
