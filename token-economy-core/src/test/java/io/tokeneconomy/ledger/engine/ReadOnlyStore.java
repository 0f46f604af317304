package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.Erasure;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.ForwardingStore;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import java.util.function.Function;

/** Reads another store, which it leaves open, so that a test can falsify what is read. */
abstract class ReadOnlyStore extends ForwardingStore {

    ReadOnlyStore(LedgerStore store) {
        super(store);
    }

    @Override
    public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
        throw new AssertionError("nothing may be written");
    }

    @Override
    public void erase(Erasure erasure) {
        throw new AssertionError("nothing may be erased");
    }

    @Override
    public void close() {}
}
