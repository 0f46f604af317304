package io.tokeneconomy.ledger.store.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class H2StoreRulesTest extends JdbcStoreRules {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Override
    DataSource emptyDatabase() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:rules" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    @Override
    String patience() {
        return "SET LOCK_TIMEOUT 7000";
    }

    @Override
    String settings() {
        return "SELECT LOCK_TIMEOUT(), SCHEMA()";
    }
}
