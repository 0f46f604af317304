package io.tokeneconomy.ledger.store;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Erasure;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import java.util.function.Function;

/**
 * Hands everything on to another store. A test extends it and overrides what it meddles with: a failure before or after
 * a commit, entries that are missing, a store that is away.
 *
 * <p>All updates come through {@link #update}: {@link #updateUnlessLocked} stays as the interface has it and calls that,
 * so that whoever overrides the one meddles with both. So it waits for locks as long as {@link #update} does. As
 * thread-safe as the other store.
 */
public abstract class ForwardingStore implements LedgerStore {

    /** The other store. */
    protected final LedgerStore store;

    /** @param store the other store, closed with this one */
    protected ForwardingStore(LedgerStore store) {
        this.store = store;
    }

    @Override
    public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
        return store.update(scope, decision);
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
}
