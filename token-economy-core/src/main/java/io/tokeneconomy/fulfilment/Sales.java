package io.tokeneconomy.fulfilment;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.order.ParkedPayment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the store knows of the sale behind a checkout session. */
final class Sales {

    private static final Pattern SESSION_ID = Pattern.compile("[!-~]{1,183}");

    private final LedgerStore store;
    private final String application;

    /** @param application who sells */
    Sales(LedgerStore store, String application) {
        this.store = store;
        this.application = application;
    }

    boolean isOurs(Map<String, String> metadata) {
        return PurchaseMetadata.isMarked(metadata, application)
                && (!PurchaseMetadata.namesAnother(metadata, application)
                        || PurchaseMetadata.order(metadata).flatMap(this::order).isPresent());
    }

    Optional<LedgerEntry> credited(String sessionId) {
        if (!SESSION_ID.matcher(sessionId).matches()) {
            return Optional.empty();
        }
        IdempotencyKey key = FulfilmentRules.purchaseKey(sessionId);
        return store.read(Scope.NOTHING.key(key)).entry(key);
    }

    /** How often the money of a parked payment was looked at. */
    long looks(String sessionId) {
        return store.read(Scope.NOTHING.session(sessionId))
                .parked(sessionId)
                .map(ParkedPayment::looks)
                .orElse(0L);
    }

    /** What ended unused of a credit. */
    ExpiredTokens expired(LedgerEntry credited) {
        return ExpiredTokens.of(store, credited);
    }

    static Optional<OrderId> soldBy(LedgerEntry credited) {
        return Optional.ofNullable(credited.purchase()).map(purchase -> new OrderId(purchase.orderId()));
    }

    /** What may be left of a subscription's periods. */
    RolledTokens rolled(AccountId account, String subscriptionId) {
        return RolledTokens.of(store, account, subscriptionId);
    }

    /** The plans that a subscription's earlier invoices paid. */
    List<OrderItem> paidPlans(AccountId account, String subscriptionId) {
        return PaidPlans.of(store, account, subscriptionId);
    }

    Optional<Order> order(OrderId id) {
        return store.read(Scope.NOTHING.order(id)).order(id);
    }
}
