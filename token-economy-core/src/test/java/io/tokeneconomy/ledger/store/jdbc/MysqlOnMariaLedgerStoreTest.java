package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.DurableLedgerStoreContract;
import io.tokeneconomy.ledger.store.LedgerStore;
import org.junit.jupiter.api.AfterEach;

@SuppressWarnings("NullAway.Init")
class MysqlOnMariaLedgerStoreTest extends DurableLedgerStoreContract {

    private Pool pool;

    @Override
    protected LedgerStore open() {
        pool = MysqlOnMaria.pool(Maria.newDatabase());
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
