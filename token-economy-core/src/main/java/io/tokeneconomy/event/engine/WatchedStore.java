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
import io.tokeneconomy.ledger.store.HostTransaction;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A store that sees what is booked, whoever books it: notes in the same transaction which subscribers have to be told of
 * it, and keeps it in order for the listeners. So no booking can forget them.
 *
 * <p>It looks after a commit that was not confirmed: when the entries turn out to stand, the update has succeeded, and
 * listeners are told in their order as ever.
 */
public final class WatchedStore implements LedgerStore {

    /** How the store is asked to update. */
    private interface Updating<R> {
        R update(Function<Snapshot, Changes<R>> decision);
    }

    /** When what an update wrote is committed. */
    private interface Ending {
        void of(Attempt<?> attempt);
    }

    private final LedgerStore store;
    private final Set<String> subscribers;
    private final Runnable news;
    private final Announcer announcer;
    private final Ending ending;

    /**
     * @param store where everything is kept
     * @param subscribers the names of all subscribers
     * @param news called after a commit that left subscribers something to be told; returns at once
     * @param announcer told of the order of entries; whoever books calls its {@link Announcer#booked} after that
     */
    public WatchedStore(LedgerStore store, Set<String> subscribers, Runnable news, Announcer announcer) {
        this(store, Set.copyOf(subscribers), news, announcer, Attempt::committed);
    }

    private WatchedStore(
            LedgerStore store, Set<String> subscribers, Runnable news, Announcer announcer, Ending ending) {
        this.store = store;
        this.subscribers = subscribers;
        this.news = news;
        this.announcer = announcer;
        this.ending = ending;
    }

    /**
     * {@return the same store within the host's transaction} Entries keep their place in line until it ends, and are told
     * when they stand then. It looks only where that is not known for certain: the host's connection may be its last.
     */
    public LedgerStore joining(HostTransaction transaction) {
        return new WatchedStore(
                transaction.store(),
                subscribers,
                news,
                announcer,
                attempt -> transaction.atEnd(end -> attempt.ended(end, store)));
    }

    @Override
    public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
        return update(decision, watched -> store.update(scope, watched));
    }

    @Override
    public <R> R updateUnlessLocked(Scope scope, Function<Snapshot, Changes<R>> decision) {
        return update(decision, watched -> store.updateUnlessLocked(scope, watched));
    }

    private <R> R update(Function<Snapshot, Changes<R>> decision, Updating<R> updating) {
        Attempt<R> attempt = new Attempt<>();
        boolean written = false;
        try {
            R result = update(decision, updating, attempt);
            ending.of(attempt);
            written = true;
            return result;
        } finally {
            if (!written) {
                attempt.givenUp();
            }
        }
    }

    private <R> R update(Function<Snapshot, Changes<R>> decision, Updating<R> updating, Attempt<R> attempt) {
        try {
            return updating.update(snapshot -> attempt.see(decision.apply(snapshot)));
        } catch (StoreException e) {
            Changes<R> changes = attempt.changes;
            if (changes != null && e.outcomeUnknown() && Unconfirmed.stands(store, changes.entries(), e)) {
                return changes.result();
            }
            throw e;
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
    private final class Attempt<R> {

        private final Lines.Place place = announcer.lines().place();
        private boolean books;

        /** What was decided last, and so what the store tried to commit. */
        private @Nullable Changes<R> changes;

        private Changes<R> see(Changes<R> decided) {
            changes = decided;
            books = !decided.entries().isEmpty();
            if (announcer.hasListeners()) {
                place.take(decided.entries());
            }
            return books && !subscribers.isEmpty() ? decided.news(news(decided.entries())) : decided;
        }

        private void committed() {
            place.ready();
            if (books && !subscribers.isEmpty()) {
                news.run();
            }
            givenUp();
        }

        private void givenUp() {
            announcer.failed(place.leave());
        }

        /** After the host's transaction, when nobody is about to tell. */
        private void ended(HostTransaction.End end, LedgerStore committed) {
            List<LedgerEntry> entries = changes == null ? List.of() : changes.entries();
            if (!stands(end, committed, entries)) {
                givenUp();
                return;
            }
            committed();
            entries.forEach(announcer::booked);
        }

        private boolean stands(HostTransaction.End end, LedgerStore committed, List<LedgerEntry> entries) {
            return switch (end) {
                case COMMITTED -> true;
                case ROLLED_BACK -> false;
                case UNKNOWN -> !announcer.hasListeners() || Unconfirmed.standsNow(committed, entries);
            };
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
