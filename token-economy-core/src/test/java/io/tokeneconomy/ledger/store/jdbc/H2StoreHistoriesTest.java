package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.StoreHistories;
import java.sql.DriverManager;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** One database in memory for all histories. */
@SuppressWarnings("NullAway.Init")
class H2StoreHistoriesTest extends StoreHistories {

    private static Pool pool;
    private static LedgerStore store;

    @BeforeContainer
    static void open() {
        pool = new Pool(() -> DriverManager.getConnection("jdbc:h2:mem:histories"));
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
