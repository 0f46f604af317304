package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.StoreHistories;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** One database for all histories. */
@SuppressWarnings("NullAway.Init")
class MariaStoreHistoriesTest extends StoreHistories {

    private static Pool pool;
    private static LedgerStore store;

    @BeforeContainer
    static void open() {
        pool = Maria.pool(Maria.newDatabase());
        store = JdbcLedgerStore.on(pool.source());
    }

    @AfterContainer
    static void close() {
        store.close();
        pool.close();
    }

    @Override
    protected LedgerStore store() {
        return store;
    }
}
