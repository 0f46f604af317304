package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.DurableLedgerStoreContract;
import io.tokeneconomy.ledger.store.LedgerStore;
import org.junit.jupiter.api.AfterEach;

@SuppressWarnings("NullAway.Init")
class PostgresLedgerStoreTest extends DurableLedgerStoreContract {

    private final Pool pool = Postgres.pool();
    private String schema;

    @Override
    protected LedgerStore open() {
        schema = Postgres.newSchema();
        return openAgain();
    }

    @Override
    protected LedgerStore openAgain() {
        return JdbcLedgerStore.on(pool.source(), JdbcOptions.DEFAULT.withSchema(schema));
    }

    @AfterEach
    void closePool() {
        pool.close();
    }
}
