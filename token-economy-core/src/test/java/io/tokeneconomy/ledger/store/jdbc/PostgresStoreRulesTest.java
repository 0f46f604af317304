package io.tokeneconomy.ledger.store.jdbc;

import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

class PostgresStoreRulesTest extends JdbcStoreRules {

    private final AtomicReference<String> schema = new AtomicReference<>("");

    @Override
    DataSource emptyDatabase() {
        schema.set(Postgres.newSchema());
        return Postgres.source();
    }

    @Override
    JdbcOptions options() {
        return JdbcOptions.DEFAULT.withSchema(schema.get());
    }
}
