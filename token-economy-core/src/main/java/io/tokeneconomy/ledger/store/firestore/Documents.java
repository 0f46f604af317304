package io.tokeneconomy.ledger.store.firestore;

import com.google.firestore.v1.BatchGetDocumentsResponse;
import com.google.firestore.v1.Document;
import com.google.protobuf.Timestamp;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Documents that were asked for by name, those that are there. */
final class Documents {

    private final Map<String, Document> byName = new HashMap<>();

    Documents(List<BatchGetDocumentsResponse> answers) {
        for (BatchGetDocumentsResponse answer : answers) {
            if (answer.hasFound()) {
                byName.put(answer.getFound().getName(), answer.getFound());
            }
        }
    }

    /** {@return when each of them was written last} */
    Map<String, Timestamp> versions() {
        Map<String, Timestamp> versions = new HashMap<>();
        byName.forEach((name, document) -> versions.put(name, document.getUpdateTime()));
        return versions;
    }

    /** {@return what is in that document; null when it is not there} */
    <T> @Nullable T one(String name, Function<Found, T> reader) {
        Document document = byName.get(name);
        return document == null ? null : Found.read(document, reader);
    }

    Snapshot snapshot(Scope scope, Layout layout) {
        return new Snapshot(
                scope,
                all(scope.accounts(), layout::account, AccountFields::read),
                all(scope.keys(), layout::entry, EntryFields::read),
                all(scope.orders(), layout::order, OrderFields::read),
                all(scope.customers(), layout::customer, OtherFields::customer),
                all(scope.sessions(), layout::parked, OtherFields::parked),
                all(scope.backlogs(), layout::backlog, OtherFields::backlog));
    }

    private <K, V> Map<K, V> all(Collection<K> keys, Function<K, String> names, Function<Found, V> reader) {
        Map<K, V> found = new HashMap<>();
        for (K key : keys) {
            V value = one(names.apply(key), reader);
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }
}
