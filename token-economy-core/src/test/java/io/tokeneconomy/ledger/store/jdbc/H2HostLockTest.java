package io.tokeneconomy.ledger.store.jdbc;

import java.sql.DriverManager;
import java.util.UUID;

class H2HostLockTest extends HostLockContract {

    @Override
    Pool newDatabase() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        return new Pool(() -> DriverManager.getConnection(url));
    }
}
