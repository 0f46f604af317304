package io.tokeneconomy.ledger.store.firestore;

import com.google.firestore.v1.Document;
import com.google.firestore.v1.Precondition;
import com.google.firestore.v1.Write;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogKey;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Changes as the writes of one commit, each on condition that its document is as the changes' basis says. */
final class Writes {

    private final Layout layout;
    private final Basis basis;
    private final List<Account> accounts;
    private final List<Write> writes = new ArrayList<>();

    /** @param news what is there of the backlogs to add; each of them is in the basis then */
    Writes(Layout layout, Basis basis, Changes<?> changes, Documents news) {
        this.layout = layout;
        this.basis = basis;
        this.accounts = latest(changes.accounts(), Account::id).stream()
                .filter(account -> !account.equals(basis.snapshot().account(account.id())))
                .toList();
        accounts.forEach(account -> put(layout.account(account.id()), AccountFields.write(account)));
        changes.entries().forEach(this::append);
        latest(changes.orders(), Order::id).forEach(order -> put(layout.order(order.id()), OrderFields.write(order)));
        changes.customers()
                .forEach((key, customer) ->
                        putOrDelete(layout.customer(key), customer.map(known -> OtherFields.customer(key, known))));
        latest(changes.parked(), ParkedPayment::sessionId)
                .forEach(payment -> put(layout.parked(payment.sessionId()), OtherFields.parked(payment)));
        backlogs(changes, news)
                .forEach((key, backlog) -> putOrDelete(layout.backlog(key), backlog.map(OtherFields::backlog)));
    }

    /** The accounts among them; their writes come first, in this order. */
    List<Account> accounts() {
        return accounts;
    }

    List<Write> all() {
        return writes;
    }

    /** {@return whether committing them proves all of the basis} */
    boolean proveAll() {
        Set<String> written = writes.stream()
                .map(write -> write.hasDelete()
                        ? write.getDelete()
                        : write.getUpdate().getName())
                .collect(Collectors.toSet());
        return written.containsAll(basis.unproved());
    }

    static Write put(String document, Fields fields, Precondition condition) {
        return Write.newBuilder()
                .setUpdate(Document.newBuilder().setName(document).putAllFields(fields.all()))
                .setCurrentDocument(condition)
                .build();
    }

    private void append(LedgerEntry entry) {
        put(layout.entry(entry.key()), EntryFields.write(entry));
    }

    private void put(String document, Fields fields) {
        writes.add(put(document, fields, basis.condition(document)));
    }

    /** What is not there need not be deleted, but it must not come before this is committed. */
    private void putOrDelete(String document, Optional<Fields> fields) {
        if (fields.isPresent()) {
            put(document, fields.get());
        } else if (basis.version(document) != null) {
            writes.add(Write.newBuilder()
                    .setDelete(document)
                    .setCurrentDocument(basis.condition(document))
                    .build());
        }
    }

    /** Those to add are added where none is, or none is left; one that is there is written again, so that it stays. */
    private Map<BacklogKey, Optional<Backlog>> backlogs(Changes<?> changes, Documents news) {
        Map<BacklogKey, Optional<Backlog>> backlogs = new HashMap<>(changes.backlogs());
        for (Backlog added : changes.news()) {
            Optional<Backlog> written = backlogs.get(added.key());
            if (written == null) {
                Backlog there = news.one(layout.backlog(added.key()), OtherFields::backlog);
                backlogs.put(added.key(), Optional.of(there == null ? added : there));
            } else if (written.isEmpty()) {
                backlogs.put(added.key(), Optional.of(added));
            }
        }
        return backlogs;
    }

    /** Of several states of the same thing the last one counts. */
    private static <K, V> List<V> latest(List<V> states, Function<V, K> key) {
        Map<K, V> latest = new LinkedHashMap<>();
        states.forEach(state -> latest.put(key.apply(state), state));
        return List.copyOf(latest.values());
    }
}
