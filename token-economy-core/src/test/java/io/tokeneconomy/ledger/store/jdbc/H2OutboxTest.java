package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.event.engine.OutboxContract;
import io.tokeneconomy.ledger.store.LedgerStore;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class H2OutboxTest extends OutboxContract {

    @TempDir
    Path directory;

    private final Pool pool = new Pool(() -> DriverManager.getConnection("jdbc:h2:" + directory.resolve("ledger")));

    @Override
    protected LedgerStore open() {
        return openAgain();
    }

    @Override
    protected LedgerStore openAgain() {
        return JdbcLedgerStore.on(pool.source());
    }

    @AfterEach
    void closePool() {
        pool.close();
    }
}
