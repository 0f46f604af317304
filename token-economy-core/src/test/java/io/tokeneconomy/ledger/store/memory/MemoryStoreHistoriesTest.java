package io.tokeneconomy.ledger.store.memory;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.StoreHistories;

class MemoryStoreHistoriesTest extends StoreHistories {

    private static final LedgerStore STORE = MemoryLedgerStore.create();

    @Override
    protected LedgerStore store() {
        return STORE;
    }
}
