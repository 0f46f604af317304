package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.order.PaymentMode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The table te_parked: payments that a person must look at, or had to. */
final class ParkedTable {

    private static final String COLUMNS =
            "mode, reason, order_id, amount_minor, currency, metadata, parked_at, resolved_at, looks, dismissed_by,"
                    + " dismissed_for, session_id";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM te_parked WHERE ";
    private static final String INSERT =
            "INSERT INTO te_parked (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE te_parked SET mode = ?, reason = ?, order_id = ?, amount_minor = ?,"
            + " currency = ?, metadata = ?, parked_at = ?, resolved_at = ?, looks = ?, dismissed_by = ?,"
            + " dismissed_for = ? WHERE session_id = ?";

    private ParkedTable() {}

    static Map<String, ParkedPayment> find(Session session, Collection<String> sessionIds, boolean locking)
            throws SQLException {
        Map<String, ParkedPayment> found = new HashMap<>();
        String sql = InList.sql(session, SELECT + "session_id IN (?)", "session_id", locking);
        InList.query(session, sql, sessionIds, ParkedTable::read)
                .forEach(payment -> found.put(payment.sessionId(), payment));
        return found;
    }

    static Page<ParkedPayment> page(Session session, ParkedQuery query) throws SQLException {
        return Page.cut(
                session.query(
                        SELECT + "resolved_at IS NULL AND session_id > ? ORDER BY session_id LIMIT ?",
                        parameters -> parameters.exact(query.after()).number(query.limit() + 1L),
                        ParkedTable::read),
                query.limit());
    }

    static void write(Session session, Snapshot before, Collection<ParkedPayment> payments) throws SQLException {
        Batch inserts = session.batch(INSERT);
        Batch updates = session.batch(UPDATE);
        for (ParkedPayment payment : payments) {
            Batch batch = before.parked(payment.sessionId()).isEmpty() ? inserts : updates;
            batch.add(parameters -> bind(parameters, payment));
        }
        inserts.send();
        updates.send();
    }

    private static void bind(Parameters to, ParkedPayment payment) throws SQLException {
        to.name(payment.mode())
                .text(payment.reason())
                .text(payment.orderId())
                .number(payment.amountMinor())
                .text(payment.currency())
                .text(MetadataJson.write(payment.metadata()))
                .time(payment.parkedAt())
                .time(payment.resolvedAt())
                .number(payment.looks())
                .text(payment.dismissal() == null ? null : payment.dismissal().actor())
                .text(payment.dismissal() == null ? null : payment.dismissal().reason())
                .exact(payment.sessionId());
    }

    private static ParkedPayment read(Row from) throws SQLException {
        PaymentMode mode = from.name(PaymentMode.class);
        String reason = from.text();
        String orderId = from.optionalText();
        long amount = from.number();
        String currency = from.text();
        Map<String, String> metadata = MetadataJson.read(from.text());
        Instant parkedAt = from.time();
        Instant resolvedAt = from.optionalTime();
        long looks = from.number();
        String actor = from.optionalText();
        String decision = from.optionalText();
        Audit dismissal = actor == null || decision == null ? null : new Audit(actor, decision);
        return new ParkedPayment(
                from.exact(),
                mode,
                reason,
                orderId,
                amount,
                currency,
                metadata,
                parkedAt,
                resolvedAt,
                looks,
                dismissal);
    }
}
