package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Erasure;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.PaymentRefs;
import io.tokeneconomy.order.Reversal;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table te_order. */
final class OrderTable {

    private static final String COLUMNS = "account, mode, package_id, package_name, tokens, price_minor, currency,"
            + " price_id, quantity, state, session_id, payment_intent_id, customer_id, charged_minor, refunded_minor, disputed_minor,"
            + " reversed_tokens, taken_tokens, readings, created_at, updated_at, id";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM te_order WHERE ";
    private static final String INSERT = "INSERT INTO te_order (" + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE te_order SET account = ?, mode = ?, package_id = ?, package_name = ?,"
            + " tokens = ?, price_minor = ?, currency = ?, price_id = ?, quantity = ?, state = ?, session_id = ?,"
            + " payment_intent_id = ?, customer_id = ?, charged_minor = ?, refunded_minor = ?, disputed_minor = ?,"
            + " reversed_tokens = ?, taken_tokens = ?, readings = ?, created_at = ?, updated_at = ? WHERE id = ?";

    private static final String RENAME = "UPDATE te_order SET account = ?, customer_id = NULL WHERE account = ?";

    private OrderTable() {}

    static void rename(Session session, Erasure erasure) throws SQLException {
        Batch rename = session.batch(RENAME);
        rename.add(parameters -> parameters
                .exact(erasure.pseudonym().value())
                .exact(erasure.account().value()));
        rename.send();
    }

    static Map<OrderId, Order> find(Session session, Collection<OrderId> ids, boolean locking) throws SQLException {
        List<String> texts = ids.stream().map(OrderId::value).toList();
        Map<OrderId, Order> found = new HashMap<>();
        InList.query(session, InList.sql(session, SELECT + "id IN (?)", "id", locking), texts, OrderTable::read)
                .forEach(order -> found.put(order.id(), order));
        return found;
    }

    static Page<Order> page(Session session, OrderQuery query) throws SQLException {
        AccountId account = query.account();
        OrderState state = query.state();
        OrderId before = query.before();
        String sql = SELECT
                + (account == null ? "" : "account = ? AND ")
                + (state == null ? "" : "state = ? AND ")
                + "id < ? ORDER BY id DESC LIMIT ?";
        Session.Binding binding = parameters -> {
            if (account != null) {
                parameters.exact(account.value());
            }
            if (state != null) {
                parameters.name(state);
            }
            // every id begins with "ord_", which is less than "p"
            parameters.exact(before == null ? "p" : before.value()).number(query.limit() + 1L);
        };
        return Page.cut(session.query(sql, binding, OrderTable::read), query.limit());
    }

    static void write(Session session, Snapshot before, Collection<Order> orders) throws SQLException {
        Batch inserts = session.batch(INSERT);
        Batch updates = session.batch(UPDATE);
        for (Order order : orders) {
            Batch batch = before.order(order.id()).isEmpty() ? inserts : updates;
            batch.add(parameters -> bind(parameters, order));
        }
        inserts.send();
        updates.send();
    }

    private static void bind(Parameters to, Order order) throws SQLException {
        OrderItem item = order.item();
        PaymentRefs refs = order.refs();
        Reversal reversal = order.reversal();
        to.exact(order.account().value())
                .name(order.mode())
                .text(item.packageId())
                .text(item.name())
                .number(item.tokens())
                .number(item.price().amountMinor())
                .text(item.price().currency())
                .text(item.priceId())
                .number(item.quantity())
                .name(order.state())
                .text(refs.sessionId())
                .text(refs.paymentIntentId())
                .text(refs.customerId())
                .number(reversal.chargedMinor())
                .number(reversal.refundedMinor())
                .number(reversal.disputedMinor())
                .number(reversal.tokens())
                .number(reversal.taken())
                .number(reversal.readings())
                .time(order.createdAt())
                .time(order.updatedAt())
                .exact(order.id().value());
    }

    private static Order read(Row from) throws SQLException {
        AccountId account = AccountId.of(from.exact());
        PaymentMode mode = from.name(PaymentMode.class);
        OrderItem item = new OrderItem(
                from.text(),
                from.text(),
                from.number(),
                Money.of(from.number(), from.text()),
                from.optionalText(),
                from.number());
        OrderState state = from.name(OrderState.class);
        PaymentRefs refs = new PaymentRefs(from.optionalText(), from.optionalText(), from.optionalText());
        Reversal reversal =
                new Reversal(from.number(), from.number(), from.number(), from.number(), from.number(), from.number());
        var createdAt = from.time();
        var updatedAt = from.time();
        return new Order(new OrderId(from.exact()), account, mode, item, state, refs, reversal, createdAt, updatedAt);
    }
}
