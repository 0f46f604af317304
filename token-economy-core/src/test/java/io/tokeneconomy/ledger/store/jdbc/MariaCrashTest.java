package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.crash.CrashContract;
import io.tokeneconomy.crash.Place;

class MariaCrashTest extends CrashContract {

    private final String url = Maria.newDatabase();

    @Override
    protected Place place() {
        return new Place(url);
    }
}
