package io.tokeneconomy.ledger.store.jdbc;

import javax.sql.DataSource;

class MariaStoreRulesTest extends JdbcStoreRules {

    @Override
    DataSource emptyDatabase() {
        return Maria.source(Maria.newDatabase());
    }
}
