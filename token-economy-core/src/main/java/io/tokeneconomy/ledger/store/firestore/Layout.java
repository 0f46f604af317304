package io.tokeneconomy.ledger.store.firestore;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.BacklogKey;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.OrderId;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which document is whose. An entry's document is named by its key, so that creating it is also the proof that the key
 * was free; there is no second document for the key.
 */
final class Layout {

    private static final int SPREAD = 0x9e3779b9;

    private final Rpc rpc;
    private final FirestoreCollections collections;

    Layout(Rpc rpc, FirestoreCollections collections) {
        this.rpc = rpc;
        this.collections = collections;
    }

    FirestoreCollections collections() {
        return collections;
    }

    String account(AccountId id) {
        return rpc.document(collections.accounts(), Names.encode(id.value()));
    }

    String entry(IdempotencyKey key) {
        return rpc.document(collections.transactions(), entryName(key));
    }

    /** Four digits made of the key stand first: keys that follow each other would all be written to one server. */
    static String entryName(IdempotencyKey key) {
        String spread = String.format("%04x", (key.value().hashCode() * SPREAD) >>> Short.SIZE);
        return spread + "-" + Names.encode(key.value());
    }

    String order(OrderId id) {
        return rpc.document(collections.orders(), id.value());
    }

    String customer(CustomerKey key) {
        return rpc.document(
                collections.customers(),
                key.mode() + "-" + Names.encode(key.account().value()));
    }

    String parked(String sessionId) {
        return rpc.document(collections.parked(), Names.encode(sessionId));
    }

    /** A colon is in no subscriber's name. */
    String backlog(BacklogKey key) {
        String name = key.subscriber() + ":" + key.account().value();
        return rpc.document(collections.backlogs(), Names.encode(name));
    }

    /** {@return the documents of all that the scope names} */
    Set<String> documents(Scope scope) {
        Set<String> documents = new LinkedHashSet<>();
        scope.accounts().forEach(id -> documents.add(account(id)));
        scope.keys().forEach(key -> documents.add(entry(key)));
        scope.orders().forEach(id -> documents.add(order(id)));
        scope.customers().forEach(key -> documents.add(customer(key)));
        scope.sessions().forEach(id -> documents.add(parked(id)));
        scope.backlogs().forEach(key -> documents.add(backlog(key)));
        return documents;
    }
}
