package io.tokeneconomy.event.engine;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;

class MemoryOutboxTest extends OutboxContract {

    private final LedgerStore store = MemoryLedgerStore.create();

    @Override
    protected LedgerStore open() {
        return store;
    }

    @Override
    protected LedgerStore openAgain() {
        return store;
    }
}
