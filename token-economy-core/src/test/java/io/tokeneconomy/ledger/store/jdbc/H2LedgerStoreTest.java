package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.DurableLedgerStoreContract;
import io.tokeneconomy.ledger.store.LedgerStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** In a file, on connections in the worst state. */
@SuppressWarnings("NullAway.Init")
class H2LedgerStoreTest extends DurableLedgerStoreContract {

    @TempDir
    Path directory;

    private Pool pool;

    @Override
    protected LedgerStore open() {
        pool = new Pool(() -> {
            Connection connection = DriverManager.getConnection("jdbc:h2:" + directory.resolve("ledger"));
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
            return connection;
        });
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
