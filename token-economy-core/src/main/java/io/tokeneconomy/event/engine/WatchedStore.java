package io.tokeneconomy.event.engine;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Erasure;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogKey;
import io.tokeneconomy.ledger.store.BacklogQuery;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A store that sees what is booked, whoever books it: notes in the same transaction which subscribers have to be told of
 * it, and keeps it in order for the listeners. So no booking can forget them.
 */
public final class WatchedStore implements LedgerStore {

    private final LedgerStore store;
    private final Set<String> subscribers;
    private final Runnable news;
    private final Announcer announcer;

    /**
     * @param store where everything is kept
     * @param subscribers the names of all subscribers
     * @param news called after a commit that left subscribers something to be told; returns at once
     * @param announcer told of the order of entries; whoever books calls its {@link Announcer#booked} after that
     */
    public WatchedStore(LedgerStore store, Set<String> subscribers, Runnable news, Announcer announcer) {
        this.store = store;
        this.subscribers = Set.copyOf(subscribers);
        this.news = news;
        this.announcer = announcer;
    }

    @Override
    public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
        Attempt attempt = new Attempt();
        try {
            R result = store.update(scope, snapshot -> attempt.see(decision.apply(snapshot)));
            attempt.committed();
            return result;
        } finally {
            announcer.failed(attempt.place.leave());
        }
    }

    @Override
    public Snapshot read(Scope scope) {
        return store.read(scope);
    }

    @Override
    public Page<LedgerEntry> entries(EntryQuery query) {
        return store.entries(query);
    }

    @Override
    public Page<Order> orders(OrderQuery query) {
        return store.orders(query);
    }

    @Override
    public Page<ParkedPayment> parked(ParkedQuery query) {
        return store.parked(query);
    }

    @Override
    public Page<AccountId> accounts(AccountQuery query) {
        return store.accounts(query);
    }

    @Override
    public Page<Backlog> backlogs(BacklogQuery query) {
        return store.backlogs(query);
    }

    @Override
    public void erase(Erasure erasure) {
        store.erase(erasure);
    }

    @Override
    public int writers() {
        return store.writers();
    }

    @Override
    public void close() {
        store.close();
    }

    /** One update, however often its decision is taken. */
    private final class Attempt {

        private final Lines.Place place = announcer.lines().place();
        private boolean books;

        private <R> Changes<R> see(Changes<R> changes) {
            books = !changes.entries().isEmpty();
            if (announcer.hasListeners()) {
                place.take(changes.entries());
            }
            return books && !subscribers.isEmpty() ? changes.news(news(changes.entries())) : changes;
        }

        private void committed() {
            place.ready();
            if (books && !subscribers.isEmpty()) {
                news.run();
            }
        }
    }

    /** A subscriber's place is before the first new entry of each account, unless it waits further back already. */
    private List<Backlog> news(List<LedgerEntry> entries) {
        List<Backlog> backlogs = new ArrayList<>();
        Set<AccountId> seen = new HashSet<>();
        for (LedgerEntry entry : entries) {
            if (seen.add(entry.account())) {
                subscribers.forEach(name ->
                        backlogs.add(new Backlog(new BacklogKey(name, entry.account()), entry.sequence() - 1, null)));
            }
        }
        return backlogs;
    }
}
