package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.time.Duration;

/**
 * How a {@link JdbcLedgerStore} behaves.
 *
 * @param busyTimeout how long a call waits for its turn, for a connection and for other processes before it fails with
 *     a retryable {@link io.tokeneconomy.ledger.store.StoreException}; 1 ms to 1 hour, 30 seconds by default
 * @param migrate whether opening the store creates and updates its tables (the default); otherwise it only checks that
 *     they are there, see {@link JdbcSchema#print}
 * @param readers most connections that read at the same time from an SQLite file, 1 to 64, by default 4; a data source
 *     has its own limit
 */
public record JdbcOptions(Duration busyTimeout, boolean migrate, int readers) {

    private static final Duration LONGEST = Duration.ofHours(1);

    /** 30 seconds, migrating, 4 readers. */
    public static final JdbcOptions DEFAULT = new JdbcOptions(Duration.ofSeconds(30), true, 4);

    /** @throws InvalidValueException when a value is out of range */
    public JdbcOptions {
        if (busyTimeout.toMillis() < 1 || busyTimeout.compareTo(LONGEST) > 0) {
            throw new InvalidValueException("busyTimeout", busyTimeout, "1 ms to " + LONGEST);
        }
        Checks.range("readers", readers, 1, 64);
    }

    /** {@return these options with another time to wait} */
    public JdbcOptions withBusyTimeout(Duration timeout) {
        return new JdbcOptions(timeout, migrate, readers);
    }

    /** {@return these options, tables created and updated on opening or not} */
    public JdbcOptions withMigrate(boolean migrating) {
        return new JdbcOptions(busyTimeout, migrating, readers);
    }

    /** {@return these options with another limit of reading connections} */
    public JdbcOptions withReaders(int most) {
        return new JdbcOptions(busyTimeout, migrate, most);
    }
}
