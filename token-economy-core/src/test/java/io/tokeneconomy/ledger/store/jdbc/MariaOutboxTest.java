package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.event.engine.OutboxContract;
import io.tokeneconomy.ledger.store.LedgerStore;
import org.junit.jupiter.api.AfterEach;

class MariaOutboxTest extends OutboxContract {

    private final Pool pool = Maria.pool(Maria.newDatabase());

    @Override
    protected LedgerStore open() {
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
