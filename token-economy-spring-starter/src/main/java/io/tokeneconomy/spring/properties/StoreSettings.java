package io.tokeneconomy.spring.properties;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where tokens and orders are kept; not looked at when there is a {@code LedgerStore} bean.
 *
 * @param type Which store is used. By default the application's DataSource, else its Firestore, else an SQLite file.
 * @param dataSource Name of the DataSource bean, where there are several and none is primary.
 * @param schema Schema of the database that holds the tables. By default the connection's own.
 * @param tablePrefix How the names of the tables begin.
 * @param migrate Whether the tables are created and updated at the start. By default they are, unless Flyway or Liquibase
 *     is in use; then they are only checked, and their SQL comes from JdbcSchema.print.
 * @param joinTransactions Whether what is booked inside a transaction of the application is part of it.
 * @param busyTimeout How long a call waits for its turn, for locks and for connections, 1 ms to 1 h.
 * @param cachedAccounts Accounts whose state is kept in memory, 0 to 10,000,000.
 * @param firestoreProject Id of the Google Cloud project whose Firestore is used, where there is no Firestore bean.
 * @param firestoreDatabase Id of the database in that project. By default Firestore's own.
 * @param firestoreEmulator Host and port of a Firestore emulator. By default what FIRESTORE_EMULATOR_HOST says, else none.
 * @param firestorePrefix How the names of Firestore's collections begin. By default they have no prefix.
 * @param sqliteFile Path of the SQLite database file on disk, in a folder that exists; the default's is made.
 */
public record StoreSettings(
        @DefaultValue("AUTO") Type type,
        @Nullable String dataSource,
        @DefaultValue("") String schema,
        @DefaultValue("te_") String tablePrefix,
        @Nullable Boolean migrate,
        @DefaultValue("true") boolean joinTransactions,
        @DefaultValue("30s") Duration busyTimeout,
        @DefaultValue("65536") int cachedAccounts,
        @Nullable String firestoreProject,
        @Nullable String firestoreDatabase,
        @Nullable String firestoreEmulator,
        @Nullable String firestorePrefix,
        @DefaultValue(SQLITE_FILE) String sqliteFile) {

    /** Default of {@code sqlite-file}. */
    public static final String SQLITE_FILE = "data/tokens.db";

    /** Which store. */
    public enum Type {
        /** The first there is of the others, in their order. */
        AUTO,
        /** The application's DataSource. */
        JDBC,
        /** The application's Firestore bean, or the one that these settings name. */
        FIRESTORE,
        /** A file of our own. */
        SQLITE
    }
}
