package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.Customer;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.TopUp;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table te_customer: who an account is at the payment provider, and what may be charged there while he is away. */
final class CustomerTable {

    private static final String SELECT =
            "SELECT account, mode, customer_id, top_up FROM te_customer WHERE account IN (?)";
    private static final String INSERT =
            "INSERT INTO te_customer (customer_id, top_up, account, mode) VALUES (?, ?, ?, ?)";
    private static final String UPDATE =
            "UPDATE te_customer SET customer_id = ?, top_up = ? WHERE account = ? AND mode = ?";
    private static final String DELETE = "DELETE FROM te_customer WHERE account = ? AND mode = ?";

    private static final String FORGET = "DELETE FROM te_customer WHERE account = ?";

    private CustomerTable() {}

    static void forget(Session session, AccountId account) throws SQLException {
        Batch forget = session.batch(FORGET);
        forget.add(parameters -> parameters.exact(account.value()));
        forget.send();
    }

    static Map<CustomerKey, Customer> find(Session session, Collection<CustomerKey> keys, boolean locking)
            throws SQLException {
        List<String> accounts =
                keys.stream().map(key -> key.account().value()).distinct().toList();
        Map<CustomerKey, Customer> found = new HashMap<>();
        String sql = InList.sql(session, SELECT, "account, mode", locking);
        InList.query(session, sql, accounts, row -> found.put(key(row), customer(row)));
        found.keySet().retainAll(keys);
        return found;
    }

    static void write(Session session, Snapshot before, Map<CustomerKey, Optional<Customer>> customers)
            throws SQLException {
        Batch inserts = session.batch(INSERT);
        Batch updates = session.batch(UPDATE);
        Batch deletes = session.batch(DELETE);
        for (Map.Entry<CustomerKey, Optional<Customer>> entry : customers.entrySet()) {
            CustomerKey key = entry.getKey();
            if (entry.getValue().isEmpty()) {
                deletes.add(parameters -> bind(parameters, key));
            } else {
                Customer customer = entry.getValue().get();
                Batch batch = before.customer(key).isEmpty() ? inserts : updates;
                batch.add(parameters -> bind(parameters.text(customer.id()).text(topUp(customer)), key));
            }
        }
        deletes.send();
        updates.send();
        inserts.send();
    }

    private static void bind(Parameters parameters, CustomerKey key) throws SQLException {
        parameters.exact(key.account().value()).name(key.mode());
    }

    private static Customer customer(Row row) throws SQLException {
        String id = row.text();
        String topUp = row.optionalText();
        return new Customer(id, topUp == null ? null : TopUp.ofTexts(MetadataJson.read(topUp)));
    }

    private static @Nullable String topUp(Customer customer) {
        TopUp topUp = customer.topUp();
        return topUp == null ? null : MetadataJson.write(topUp.texts());
    }

    private static CustomerKey key(Row row) throws SQLException {
        return new CustomerKey(AccountId.of(row.exact()), row.name(PaymentMode.class));
    }
}
