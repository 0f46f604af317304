package io.tokeneconomy.event.engine;

import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.ForwardingStore;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import java.util.List;

/** Has lost one entry of each account. */
final class GappyStore extends ForwardingStore {

    private final long lost;

    GappyStore(LedgerStore store, long lost) {
        super(store);
        this.lost = lost;
    }

    @Override
    public Page<LedgerEntry> entries(EntryQuery query) {
        Page<LedgerEntry> page = super.entries(query);
        List<LedgerEntry> left =
                page.items().stream().filter(entry -> entry.sequence() != lost).toList();
        return new Page<>(left, page.hasMore());
    }
}
