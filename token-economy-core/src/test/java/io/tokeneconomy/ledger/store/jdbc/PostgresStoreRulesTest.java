package io.tokeneconomy.ledger.store.jdbc;

import javax.sql.DataSource;

class PostgresStoreRulesTest extends JdbcStoreRules {

    private String schema = "";

    @Override
    DataSource emptyDatabase() {
        schema = Postgres.newSchema();
        return Postgres.source();
    }

    @Override
    JdbcOptions options() {
        return JdbcOptions.DEFAULT.withSchema(schema);
    }

    @Override
    String patience() {
        return "SET LOCAL lock_timeout = '7s'";
    }

    @Override
    String settings() {
        return "SELECT string_agg(name || '=' || setting, ';' ORDER BY name) FROM pg_settings";
    }
}
