package io.tokeneconomy.example.benchmark.contender.ours;

import com.zaxxer.hikari.HikariDataSource;
import io.tokeneconomy.example.benchmark.contender.Place;
import io.tokeneconomy.example.benchmark.contender.sql.Pool;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;

/** The library on the host's pool, with as many connections as the others have. */
public final class OursOnPool extends OurLedger {

    private final HikariDataSource pool;

    /** @param place a database server */
    public OursOnPool(Place place) {
        this(place, Pool.open(place));
    }

    private OursOnPool(Place place, HikariDataSource pool) {
        super(place, JdbcLedgerStore.on(pool));
        this.pool = pool;
    }

    @Override
    public void close() {
        super.close();
        pool.close();
    }
}
