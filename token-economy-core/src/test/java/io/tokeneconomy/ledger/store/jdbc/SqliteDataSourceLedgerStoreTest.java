package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.DurableLedgerStoreContract;
import io.tokeneconomy.ledger.store.LedgerStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteDataSourceLedgerStoreTest extends DurableLedgerStoreContract {

    @TempDir
    Path directory;

    @Override
    protected LedgerStore open() {
        return openAgain();
    }

    @Override
    protected LedgerStore openAgain() {
        return JdbcLedgerStore.on(Sources.hostilePool(directory.resolve("ledger.db")));
    }
}
