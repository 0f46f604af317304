package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.DurableLedgerStoreContract;
import io.tokeneconomy.ledger.store.LedgerStore;
import org.junit.jupiter.api.AfterEach;

/** On connections in the worst state, other names for the tables, and no memory. */
@SuppressWarnings("NullAway.Init")
class HostilePostgresLedgerStoreTest extends DurableLedgerStoreContract {

    private final Pool pool = Postgres.hostilePool();
    private String schema;

    @Override
    protected LedgerStore open() {
        schema = Postgres.newSchema();
        return openAgain();
    }

    @Override
    protected LedgerStore openAgain() {
        return JdbcLedgerStore.on(
                pool.source(),
                JdbcOptions.DEFAULT.withSchema(schema).withTablePrefix("shop_").withCachedAccounts(0));
    }

    @AfterEach
    void closePool() {
        pool.close();
    }
}
