package io.tokeneconomy.ledger.store.jdbc;

import javax.sql.DataSource;

class MysqlOnMariaStoreRulesTest extends JdbcStoreRules {

    @Override
    DataSource emptyDatabase() {
        return MysqlOnMaria.source(Maria.newDatabase());
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
