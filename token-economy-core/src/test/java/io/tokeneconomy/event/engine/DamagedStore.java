package io.tokeneconomy.event.engine;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.ForwardingStore;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Cannot read the state of some accounts. */
final class DamagedStore extends ForwardingStore {

    private final List<AccountId> damaged;

    DamagedStore(LedgerStore store, AccountId... damaged) {
        super(store);
        this.damaged = List.of(damaged);
    }

    @Override
    public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
        if (!Collections.disjoint(scope.accounts(), damaged)) {
            throw StoreException.broken("an account's lots are damaged", null);
        }
        return super.update(scope, decision);
    }
}
