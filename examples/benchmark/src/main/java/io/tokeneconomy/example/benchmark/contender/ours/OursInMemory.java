package io.tokeneconomy.example.benchmark.contender.ours;

import io.tokeneconomy.example.benchmark.contender.Place;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;

/** The library on its store in memory. */
public final class OursInMemory extends OurLedger {

    /** @param place not needed */
    public OursInMemory(Place place) {
        super(place, MemoryLedgerStore.create());
    }
}
