package io.tokeneconomy.ledger.store.jdbc;

import java.sql.DriverManager;

class MariaStoreHistoriesTest extends JdbcStoreHistories {

    private final String url = Maria.newDatabase();

    @Override
    Pool.Opening opening() {
        return () -> DriverManager.getConnection(url);
    }
}
