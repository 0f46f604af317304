package io.tokeneconomy.event.engine;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.event.EntrySubscriber;
import io.tokeneconomy.event.Outbox;
import io.tokeneconomy.internal.Background;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogKey;
import io.tokeneconomy.ledger.store.BacklogQuery;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/** The outbox on a store. Works in the background once it is started, each subscriber in a thread of its own. */
public final class OutboxEngine implements Outbox, AutoCloseable {

    private static final int PAGE = 100;

    private final LedgerStore store;
    private final Map<String, Deliveries> subscribers = new LinkedHashMap<>();
    private volatile List<Background> running = List.of();

    /**
     * @param store where backlogs are kept
     * @param time the time of leases
     * @param subscribers subscribers by name
     * @param lowBalance each account's threshold, below 1 for none
     */
    public OutboxEngine(
            LedgerStore store,
            InstantSource time,
            Map<String, EntrySubscriber> subscribers,
            ToLongFunction<AccountId> lowBalance) {
        this.store = store;
        subscribers.forEach((name, subscriber) ->
                this.subscribers.put(name, new Deliveries(name, subscriber, store, time, lowBalance)));
    }

    /** Begins to deliver in the background, at the latest so long after a booking in another process. */
    public void start(Duration pause) {
        List<Background> started = new ArrayList<>();
        subscribers.forEach((name, deliveries) -> started.add(Background.start(
                "token-economy-outbox-" + name,
                () -> pause,
                () -> deliveries.dispatch(PAGE).more())));
        running = List.copyOf(started);
        wake();
    }

    /** Somebody has to be told something: the background need not wait. Returns at once. */
    public void wake() {
        running.forEach(Background::wake);
    }

    @Override
    public Dispatch dispatch(int limit) {
        Checks.range("limit", limit, 1, MAX_DISPATCH);
        long entries = 0;
        long failures = 0;
        boolean more = false;
        for (Deliveries deliveries : subscribers.values()) {
            Dispatch one = deliveries.dispatch(limit);
            entries += one.entries();
            failures += one.failures();
            more |= one.more();
        }
        return new Dispatch(entries, failures, more);
    }

    @Override
    public long replay(String subscriber) {
        if (!subscribers.containsKey(subscriber)) {
            throw new InvalidValueException("subscriber", subscriber, "one of " + subscribers.keySet());
        }
        long accounts = 0;
        AccountId after = null;
        boolean more = true;
        while (more) {
            Page<AccountId> page = store.accounts(AccountQuery.after(after, PAGE));
            setBack(subscriber, page.items());
            accounts += page.items().size();
            more = page.hasMore();
            after = more ? page.items().get(page.items().size() - 1) : null;
        }
        wake();
        return accounts;
    }

    @Override
    public long forget(String subscriber) {
        if (subscribers.containsKey(subscriber)) {
            throw new InvalidValueException("subscriber", subscriber, "none of " + subscribers.keySet());
        }
        SubscriberNames.check(subscriber);
        long accounts = 0;
        boolean more = true;
        while (more) {
            Page<Backlog> page = store.backlogs(new BacklogQuery(subscriber, null, PAGE));
            remove(page.items().stream().map(Backlog::key).toList());
            accounts += page.items().size();
            more = page.hasMore();
        }
        return accounts;
    }

    /** Lets a delivery under way come to its end, for a while. */
    @Override
    public void close() {
        Background.closeAll(running);
    }

    /** Whoever has them leased loses them, and with them what he would note. */
    private void setBack(String subscriber, List<AccountId> accounts) {
        List<BacklogKey> keys = accounts.stream()
                .map(account -> new BacklogKey(subscriber, account))
                .toList();
        store.update(Leases.scope(keys), snapshot -> {
            Changes<Set<BacklogKey>> changes = Changes.none(Set.of());
            for (BacklogKey key : keys) {
                changes = changes.backlog(new Backlog(key, 0, null));
            }
            return changes;
        });
    }

    private void remove(List<BacklogKey> keys) {
        store.update(Leases.scope(keys), snapshot -> {
            Changes<Set<BacklogKey>> changes = Changes.none(Set.of());
            for (BacklogKey key : keys) {
                changes = changes.withoutBacklog(key);
            }
            return changes;
        });
    }
}
