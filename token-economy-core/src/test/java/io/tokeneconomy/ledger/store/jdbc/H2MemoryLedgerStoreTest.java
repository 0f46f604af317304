package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.store.DurableLedgerStoreContract;
import io.tokeneconomy.ledger.store.LedgerStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

/** In memory, in a schema, with other names for the tables, and no memory of our own. */
@SuppressWarnings("NullAway.Init")
class H2MemoryLedgerStoreTest extends DurableLedgerStoreContract {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final JdbcOptions OPTIONS =
            JdbcOptions.DEFAULT.withSchema("billing").withTablePrefix("shop_").withCachedAccounts(0);

    private Pool pool;

    @Override
    protected LedgerStore open() {
        String url = "jdbc:h2:mem:test" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
        pool = new Pool(() -> DriverManager.getConnection(url));
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA billing");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return openAgain();
    }

    @Override
    protected LedgerStore openAgain() {
        return JdbcLedgerStore.on(pool.source(), OPTIONS);
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        try (Connection connection = pool.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } finally {
            pool.close();
        }
    }
}
