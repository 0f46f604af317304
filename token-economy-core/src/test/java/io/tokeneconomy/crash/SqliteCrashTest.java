package io.tokeneconomy.crash;

/** On one SQLite file. */
class SqliteCrashTest extends CrashContract {

    @Override
    Place place() {
        return Place.sqlite(directory.resolve("ledger.db"));
    }
}
