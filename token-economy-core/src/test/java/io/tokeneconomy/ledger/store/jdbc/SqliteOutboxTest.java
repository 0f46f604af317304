package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.event.engine.OutboxContract;
import io.tokeneconomy.ledger.store.LedgerStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteOutboxTest extends OutboxContract {

    @TempDir
    Path directory;

    @Override
    protected LedgerStore open() {
        return openAgain();
    }

    @Override
    protected LedgerStore openAgain() {
        return JdbcLedgerStore.sqlite(directory.resolve("ledger.db"));
    }
}
