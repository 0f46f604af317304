package io.tokeneconomy.ledger.store;

import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;

/** A correct store; each fault overrides what it breaks. */
class BrokenStore extends ForwardingStore {

    final LedgerStore correct = store;

    BrokenStore() {
        super(MemoryLedgerStore.create());
    }
}
