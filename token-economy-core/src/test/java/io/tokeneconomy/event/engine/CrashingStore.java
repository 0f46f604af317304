package io.tokeneconomy.event.engine;

import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.ForwardingStore;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import java.util.function.Function;

/** Dies once everything is handed over, before that is noted. */
final class CrashingStore extends ForwardingStore {

    private int updates;

    CrashingStore(LedgerStore store) {
        super(store);
    }

    @Override
    public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
        if (++updates > 1) {
            throw StoreException.unavailable("the process is gone", null);
        }
        return super.update(scope, decision);
    }
}
