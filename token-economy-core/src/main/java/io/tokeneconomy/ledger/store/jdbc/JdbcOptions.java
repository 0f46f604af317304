package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How a {@link JdbcLedgerStore} behaves.
 *
 * @param busyTimeout how long a call waits for its turn, for a connection, for locks and for other processes before it
 *     fails with a retryable {@link io.tokeneconomy.ledger.store.StoreException}; 1 ms to 1 hour, 30 seconds by default
 * @param migrate whether opening the store creates and updates its tables (the default); otherwise it only checks that
 *     they are there, see {@link JdbcSchema#print(String)}
 * @param readers most connections that read at the same time from an SQLite file, 1 to 64, by default 4; a data source
 *     has its own limit
 * @param schema the database's schema that holds the tables, which must be there: lower-case letters, digits and
 *     underscores, at most 60; empty, the default, for the one that a connection comes with
 * @param tablePrefix how the names of tables begin: a lower-case letter, then up to 29 more, digits and underscores;
 *     {@value #TABLE_PREFIX} by default
 * @param cachedAccounts how many accounts' states are kept in memory, so that an update of theirs need not read them
 *     first; 0 to 10,000,000, by default 65,536, which takes about 40 MB
 */
public record JdbcOptions(
        Duration busyTimeout, boolean migrate, int readers, String schema, String tablePrefix, int cachedAccounts) {

    /** How the names of tables begin by default. */
    public static final String TABLE_PREFIX = "te_";

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Pattern SCHEMA = Pattern.compile("|[a-z_][a-z0-9_]{0,59}");
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,29}");

    /** 30 seconds, migrating, 4 readers, the connection's schema, {@value #TABLE_PREFIX}, 65,536 accounts. */
    public static final JdbcOptions DEFAULT =
            new JdbcOptions(Duration.ofSeconds(30), true, 4, "", TABLE_PREFIX, 65_536);

    /** @throws InvalidValueException when a value is out of range */
    public JdbcOptions {
        if (busyTimeout.toMillis() < 1 || busyTimeout.compareTo(LONGEST) > 0) {
            throw new InvalidValueException("busyTimeout", busyTimeout, "1 ms to " + LONGEST);
        }
        Checks.range("readers", readers, 1, 64);
        Checks.matching("schema", schema, SCHEMA, "up to 60 lower-case letters, digits and underscores, or empty");
        Checks.matching(
                "tablePrefix",
                tablePrefix,
                PREFIX,
                "1 to 30 lower-case letters, digits and underscores, a letter first");
        Checks.range("cachedAccounts", cachedAccounts, 0, 10_000_000);
    }

    /** {@return these options with another time to wait} */
    public JdbcOptions withBusyTimeout(Duration timeout) {
        return new JdbcOptions(timeout, migrate, readers, schema, tablePrefix, cachedAccounts);
    }

    /** {@return these options, tables created and updated on opening or not} */
    public JdbcOptions withMigrate(boolean migrating) {
        return new JdbcOptions(busyTimeout, migrating, readers, schema, tablePrefix, cachedAccounts);
    }

    /** {@return these options with another limit of reading connections} */
    public JdbcOptions withReaders(int most) {
        return new JdbcOptions(busyTimeout, migrate, most, schema, tablePrefix, cachedAccounts);
    }

    /** {@return these options with the tables in that schema} */
    public JdbcOptions withSchema(String name) {
        return new JdbcOptions(busyTimeout, migrate, readers, name, tablePrefix, cachedAccounts);
    }

    /** {@return these options with tables whose names begin so} */
    public JdbcOptions withTablePrefix(String prefix) {
        return new JdbcOptions(busyTimeout, migrate, readers, schema, prefix, cachedAccounts);
    }

    /** {@return these options with so many accounts kept in memory} */
    public JdbcOptions withCachedAccounts(int most) {
        return new JdbcOptions(busyTimeout, migrate, readers, schema, tablePrefix, most);
    }
}
