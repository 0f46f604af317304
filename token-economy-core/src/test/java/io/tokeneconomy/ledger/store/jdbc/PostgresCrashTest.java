package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.crash.CrashContract;
import io.tokeneconomy.crash.Place;

class PostgresCrashTest extends CrashContract {

    private final String url = Postgres.url(Postgres.newSchema());

    @Override
    protected Place place() {
        return new Place(url);
    }
}
