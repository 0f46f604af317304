package io.tokeneconomy.ledger.store.jdbc;

import java.sql.DriverManager;

/** The database itself stays up, in memory, as a server's would. */
class H2StoreHistoriesTest extends JdbcStoreHistories {

    @Override
    Pool.Opening opening() {
        return () -> DriverManager.getConnection("jdbc:h2:mem:histories;DB_CLOSE_DELAY=-1");
    }
}
