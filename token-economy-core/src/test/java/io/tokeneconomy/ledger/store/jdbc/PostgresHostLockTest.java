package io.tokeneconomy.ledger.store.jdbc;

import java.sql.DriverManager;

class PostgresHostLockTest extends HostLockContract {

    @Override
    Pool newDatabase() {
        String url = Postgres.url(Postgres.newSchema());
        return new Pool(() -> DriverManager.getConnection(url));
    }
}
