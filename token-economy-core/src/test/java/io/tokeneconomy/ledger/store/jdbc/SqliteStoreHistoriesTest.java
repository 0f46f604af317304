package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.StoreHistories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** One file for all histories: opening one for each would take most of the time. */
@SuppressWarnings("NullAway.Init")
class SqliteStoreHistoriesTest extends StoreHistories {

    private static Path directory;
    private static LedgerStore store;

    @BeforeContainer
    static void open() throws IOException {
        directory = Files.createTempDirectory("histories");
        store = JdbcLedgerStore.sqlite(directory.resolve("ledger.db"));
    }

    @AfterContainer
    static void close() throws IOException {
        store.close();
        Files.delete(directory.resolve("ledger.db"));
        Files.delete(directory);
    }

    @Override
    protected LedgerStore store() {
        return store;
    }

    @Override
    protected void crash() {
        store.close();
        store = JdbcLedgerStore.sqlite(directory.resolve("ledger.db"));
    }
}
