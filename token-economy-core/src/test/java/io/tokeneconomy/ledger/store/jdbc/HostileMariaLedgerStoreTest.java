package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.DurableLedgerStoreContract;
import io.tokeneconomy.ledger.store.LedgerStore;
import org.junit.jupiter.api.AfterEach;

/** On connections in the worst state, other names for the tables, and no memory. */
@SuppressWarnings("NullAway.Init")
class HostileMariaLedgerStoreTest extends DurableLedgerStoreContract {

    private static final JdbcOptions OPTIONS =
            JdbcOptions.DEFAULT.withTablePrefix("shop_").withCachedAccounts(0);

    private Pool pool;

    @Override
    protected LedgerStore open() {
        pool = Maria.hostilePool(Maria.newDatabase());
        return openAgain();
    }

    @Override
    protected LedgerStore openAgain() {
        return JdbcLedgerStore.on(pool.source(), OPTIONS);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }
}
