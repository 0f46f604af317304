package io.tokeneconomy.ledger.store.jdbc;

class MariaHostLockTest extends HostLockContract {

    @Override
    Pool newDatabase() {
        return Maria.pool(Maria.newDatabase());
    }
}
