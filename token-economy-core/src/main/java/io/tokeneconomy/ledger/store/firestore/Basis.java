package io.tokeneconomy.ledger.store.firestore;

import com.google.firestore.v1.Precondition;
import com.google.protobuf.Timestamp;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an update is decided on.
 *
 * @param snapshot what the decision sees
 * @param unproved the documents that must still be as they are here when the update is committed; not the entries that
 *     are there, for they stay
 * @param versions when those that are there were written last
 */
record Basis(Snapshot snapshot, Set<String> unproved, Map<String, Timestamp> versions) {

    private static final Precondition ABSENT =
            Precondition.newBuilder().setExists(false).build();

    /** What was found at one moment. */
    static Basis found(Scope scope, Layout layout, Documents found) {
        Snapshot snapshot = found.snapshot(scope, layout);
        Set<String> unproved = new HashSet<>(layout.documents(scope));
        scope.keys().stream()
                .filter(key -> snapshot.entry(key).isPresent())
                .forEach(key -> unproved.remove(layout.entry(key)));
        return new Basis(snapshot, unproved, found.versions());
    }

    /** Accounts as they are remembered, and no entry under any key: nothing of it may be so. */
    static Basis guessed(Scope scope, Layout layout, Map<AccountId, KnownAccounts.Known> known) {
        Map<AccountId, Account> accounts = new HashMap<>();
        Map<String, Timestamp> versions = new HashMap<>();
        known.forEach((id, each) -> {
            accounts.put(id, each.account());
            versions.put(layout.account(id), each.version());
        });
        Snapshot snapshot = new Snapshot(scope, accounts, Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
        return new Basis(snapshot, layout.documents(scope), versions);
    }

    /** {@return this basis and documents that were found besides} */
    Basis and(Documents more) {
        Map<String, Timestamp> all = new HashMap<>(versions);
        all.putAll(more.versions());
        return new Basis(snapshot, unproved, all);
    }

    /** {@return on which condition the document may be written} */
    Precondition condition(String document) {
        Timestamp version = version(document);
        return version == null
                ? ABSENT
                : Precondition.newBuilder().setUpdateTime(version).build();
    }

    @Nullable
    Timestamp version(String document) {
        return versions.get(document);
    }
}
