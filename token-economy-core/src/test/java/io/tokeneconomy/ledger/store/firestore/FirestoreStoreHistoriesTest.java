package io.tokeneconomy.ledger.store.firestore;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.StoreHistories;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The emulator takes its time, about ten times as long as a database: 200 histories, and as many as for other stores
 * only when asked for, {@code -Dhistories=2000}.
 */
@SuppressWarnings("NullAway.Init")
class FirestoreStoreHistoriesTest extends StoreHistories {

    private static Databases databases;
    private static LedgerStore store;

    @BeforeContainer
    static void open() {
        databases = new Databases("histories");
        store = databases.fresh();
    }

    @AfterContainer
    static void close() {
        store.close();
        databases.close();
    }

    @Override
    protected LedgerStore store() {
        return store;
    }

    @Override
    protected void crash() {
        store.close();
        store = databases.again();
    }

    @Override
    protected int histories() {
        return Integer.getInteger("histories", 200);
    }
}
