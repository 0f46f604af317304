package io.tokeneconomy.ledger.store.jdbc;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

class SqliteStoreRulesTest extends JdbcStoreRules {

    private final AtomicInteger number = new AtomicInteger();

    @TempDir
    Path directory;

    @Override
    DataSource emptyDatabase() {
        SQLiteDataSource source = Sources.file(directory.resolve("ledger" + number.incrementAndGet() + ".db"));
        source.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE.name());
        return source;
    }

    @Override
    int writers() {
        return 1;
    }

    @Override
    String patience() {
        return "PRAGMA busy_timeout = 7000";
    }

    @Override
    String settings() {
        return "SELECT (SELECT timeout FROM pragma_busy_timeout), (SELECT foreign_keys FROM pragma_foreign_keys),"
                + " (SELECT synchronous FROM pragma_synchronous)";
    }
}
