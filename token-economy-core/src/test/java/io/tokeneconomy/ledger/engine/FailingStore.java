package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.ForwardingStore;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import java.util.function.Consumer;
import java.util.function.Function;

/** A store whose updates do what a test says before they are made, and after they are committed. */
final class FailingStore extends ForwardingStore {

    private volatile Consumer<Scope> before = scope -> {};
    private volatile Consumer<Scope> after = scope -> {};

    FailingStore(LedgerStore store) {
        super(store);
    }

    @Override
    public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
        before.accept(scope);
        R result = super.update(scope, decision);
        after.accept(scope);
        return result;
    }

    void beforeUpdates(Consumer<Scope> action) {
        before = action;
    }

    void afterUpdates(Consumer<Scope> action) {
        after = action;
    }
}
