package io.tokeneconomy.ledger.store.memory;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.LedgerStoreContract;

class MemoryLedgerStoreTest extends LedgerStoreContract {

    @Override
    protected LedgerStore open() {
        return MemoryLedgerStore.create();
    }
}
