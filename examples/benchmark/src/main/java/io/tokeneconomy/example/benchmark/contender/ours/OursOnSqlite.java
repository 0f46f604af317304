package io.tokeneconomy.example.benchmark.contender.ours;

import io.tokeneconomy.example.benchmark.contender.Place;
import io.tokeneconomy.ledger.store.jdbc.JdbcLedgerStore;
import java.nio.file.Path;

/** The library on an SQLite file. */
public final class OursOnSqlite extends OurLedger {

    /** @param place a file */
    public OursOnSqlite(Place place) {
        super(place, JdbcLedgerStore.sqlite(Path.of(place.after("jdbc:sqlite:"))));
    }
}
