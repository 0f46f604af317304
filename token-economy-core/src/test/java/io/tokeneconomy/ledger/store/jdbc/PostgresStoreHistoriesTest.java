package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.StoreHistories;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** One schema for all histories. */
@SuppressWarnings("NullAway.Init")
class PostgresStoreHistoriesTest extends StoreHistories {

    private static Pool pool;
    private static LedgerStore store;

    @BeforeContainer
    static void open() {
        pool = Postgres.pool();
        store = JdbcLedgerStore.on(pool.source(), JdbcOptions.DEFAULT.withSchema(Postgres.newSchema()));
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
