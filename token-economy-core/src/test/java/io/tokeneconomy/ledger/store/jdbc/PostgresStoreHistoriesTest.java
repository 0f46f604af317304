package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.LedgerStore;

class PostgresStoreHistoriesTest extends JdbcStoreHistories {

    private final JdbcOptions options = JdbcOptions.DEFAULT.withSchema(Postgres.newSchema());

    @Override
    Pool.Opening opening() {
        return () -> Postgres.source().getConnection();
    }

    @Override
    LedgerStore open(Pool on) {
        return JdbcLedgerStore.on(on.source(), options);
    }
}
