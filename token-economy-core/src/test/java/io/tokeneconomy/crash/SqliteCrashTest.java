package io.tokeneconomy.crash;

/** On one SQLite file. */
class SqliteCrashTest extends CrashContract {

    @Override
    protected Place place() {
        return Place.sqlite(directory.resolve("ledger.db"));
    }
}
