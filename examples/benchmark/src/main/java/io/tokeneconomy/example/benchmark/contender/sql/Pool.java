package io.tokeneconomy.example.benchmark.contender.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tokeneconomy.example.benchmark.contender.Place;

/** The same pool for everybody who has one. */
public final class Pool {

    /** How many connections it has. */
    public static final int SIZE = 10;

    private static final long PATIENCE_MILLIS = 60_000;

    private Pool() {}

    /** {@return a pool of Hikari's, its defaults but for the size and the patience} */
    public static HikariDataSource open(Place place) {
        return new HikariDataSource(config(place));
    }

    /** {@return a pool whose connections come with autocommit off, which saves switching it for each transaction} */
    static HikariDataSource openForTransactions(Place place) {
        HikariConfig config = config(place);
        config.setAutoCommit(false);
        return new HikariDataSource(config);
    }

    private static HikariConfig config(Place place) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(place.url());
        config.setMaximumPoolSize(SIZE);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        return config;
    }
}
