package io.tokeneconomy.example.benchmark.contender.ours;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.EntryQuery;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which entries there are, without the entries. Not thread-safe until it is complete. */
final class EntryIndex {

    private final Map<AccountId, NavigableMap<Long, IdempotencyKey>> histories = new HashMap<>();

    void add(AccountId account, long sequence, IdempotencyKey key) {
        IdempotencyKey other =
                histories.computeIfAbsent(account, id -> new TreeMap<>()).put(sequence, key);
        if (other != null) {
            throw new IllegalStateException(
                    "entry " + sequence + " of " + account + " is there twice, as " + other + " and " + key);
        }
    }

    /** {@return the keys of the page's entries in their order, and of one more if there is one} */
    List<IdempotencyKey> keys(EntryQuery query) {
        NavigableMap<Long, IdempotencyKey> history =
                histories.getOrDefault(query.account(), Collections.emptyNavigableMap());
        NavigableMap<Long, IdempotencyKey> wanted = query.newestFirst()
                ? history.headMap(query.beyond(), false).descendingMap()
                : history.tailMap(query.beyond(), false);
        return wanted.values().stream().limit(query.limit() + 1L).toList();
    }
}
