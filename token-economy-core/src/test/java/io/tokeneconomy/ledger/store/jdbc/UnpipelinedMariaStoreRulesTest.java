package io.tokeneconomy.ledger.store.jdbc;

import javax.sql.DataSource;

class UnpipelinedMariaStoreRulesTest extends JdbcStoreRules {

    @Override
    DataSource emptyDatabase() {
        return Maria.source(Maria.newDatabase() + "&disablePipeline=true");
    }

    @Override
    String patience() {
        return "SET innodb_lock_wait_timeout = 7";
    }

    @Override
    String settings() {
        return "SELECT @@innodb_lock_wait_timeout, @@lock_wait_timeout, @@tx_isolation, @@sql_mode, @@time_zone, DATABASE()";
    }
}
