package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.DurableLedgerStoreContract;
import io.tokeneconomy.ledger.store.LedgerStore;
import org.junit.jupiter.api.AfterEach;

/** With options that make the driver send a batch row by row. */
@SuppressWarnings("NullAway.Init")
class UnpipelinedMariaLedgerStoreTest extends DurableLedgerStoreContract {

    private Pool pool;

    @Override
    protected LedgerStore open() {
        pool = Maria.pool(Maria.newDatabase() + "&disablePipeline=true&useBulkStmtsForInserts=false");
        return openAgain();
    }

    @Override
    protected LedgerStore openAgain() {
        return JdbcLedgerStore.on(pool.source());
    }

    @AfterEach
    void closePool() {
        pool.close();
    }
}
