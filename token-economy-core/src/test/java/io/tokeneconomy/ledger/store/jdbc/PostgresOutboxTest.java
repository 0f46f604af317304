package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.event.engine.OutboxContract;
import io.tokeneconomy.ledger.store.LedgerStore;
import org.junit.jupiter.api.AfterEach;

class PostgresOutboxTest extends OutboxContract {

    private final Pool pool = Postgres.pool();
    private final String schema = Postgres.newSchema();

    @Override
    protected LedgerStore open() {
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
