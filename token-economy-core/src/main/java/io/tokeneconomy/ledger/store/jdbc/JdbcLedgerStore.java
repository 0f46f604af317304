package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Erasure;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogQuery;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.ParkedPayment;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything in a relational database: PostgreSQL, MySQL, MariaDB, SQLite or H2, found out by the driver's product
 * name. Several processes may share it; an SQLite file only those of one machine, and never on a network share, where
 * SQLite's locks do not hold (<a href="https://www.sqlite.org/wal.html">sqlite.org/wal.html</a>).
 *
 * <p>An update
 *
 * <ol>
 *   <li>is decided on accounts as this store committed them last, if it remembers all of them, and written at once; the
 *       database confirms that nothing has changed since. This holds only for updates that book an entry under each key
 *       they name.
 *   <li>Otherwise, or when something had changed, it locks what the scope names, accounts in sorted order, loads it,
 *       decides, writes and commits. Whoever is in the way is waited for, and the update run again.
 * </ol>
 *
 * Updates of one store run at the same time, but for SQLite, where they take turns. A commit is as durable as the
 * database makes it: SQLite is set to {@code synchronous=FULL}; H2 does not force commits to the disk.
 *
 * <p>What is not there cannot be locked: of two updates that both find something missing and do not write it, neither
 * waits for the other (except on SQLite).
 *
 * <p>Reads see the last commit and wait for no writer. Waiting ends after {@link JdbcOptions#busyTimeout()} with a
 * retryable {@link StoreException}. A thread that is interrupted while it waits gets one too and stays interrupted; once
 * its transaction has begun it finishes.
 *
 * <p>Thread-safe. A decision must not update or close the store it runs in; that throws
 * {@link IllegalStateException}.
 */
public final class JdbcLedgerStore implements LedgerStore {

    private static final int MOST_LANES = 2;

    private final Connections connections;
    private final Dialect dialect;
    private final JdbcOptions options;
    private final Transactions transactions;
    private final Updates updates;
    private final Shelf shelf;
    private final Turn turn;
    private volatile boolean closed;

    private JdbcLedgerStore(Connections connections, Dialect dialect, JdbcOptions options) {
        this.connections = connections;
        this.dialect = dialect;
        this.options = options;
        this.transactions = new Transactions(connections, dialect);
        this.shelf = new Shelf(options.cachedAccounts());
        this.updates = new Updates(transactions, dialect, shelf);
        this.turn = new Turn(dialect.writers());
    }

    /** {@return a store on an SQLite file with {@link JdbcOptions#DEFAULT}} See {@link #sqlite(Path, JdbcOptions)}. */
    public static JdbcLedgerStore sqlite(Path file) {
        return sqlite(file, JdbcOptions.DEFAULT);
    }

    /**
     * {@return a store on an SQLite file, with connections of its own} Needs {@code org.xerial:sqlite-jdbc} on the class
     * path.
     *
     * @param file the file, created when it is not there: for its owner only ({@code rw-------}) where the file system
     *     has POSIX permissions. One that is there keeps its permissions. Its directory must exist: a directory that is
     *     missing is more often a disk that was not mounted than a new shop.
     * @param options how it behaves
     * @throws io.tokeneconomy.error.InvalidValueException when there cannot be such a file
     * @throws StoreException when it cannot be opened, is no database, or has a newer schema; or when
     *     {@code org.xerial:sqlite-jdbc} is missing
     */
    public static JdbcLedgerStore sqlite(Path file, JdbcOptions options) {
        Dialect dialect = Dialects.named("sqlite");
        return open(new SqliteFile(file, dialect, options), dialect, options);
    }

    /** {@return a store on the host's connections with {@link JdbcOptions#DEFAULT}} See {@link #on(DataSource, JdbcOptions)}. */
    public static JdbcLedgerStore on(DataSource source) {
        return on(source, JdbcOptions.DEFAULT);
    }

    /**
     * {@return a store on the host's connections} They may come with any settings, are used for one call and given back
     * as they were; one whose state is unknown after a failure is aborted and closed. Every call runs in a transaction
     * of its own.
     *
     * <p>No connection may come in the middle of a transaction. <strong>A transaction of the host that is open on such a
     * connection would be committed by any call, also by one that only reads</strong>, because
     * {@link Connection#setAutoCommit} does so. So never pass a source that gives the connection of the current
     * transaction, such as Spring's {@code TransactionAwareDataSourceProxy} (refused) or a
     * {@code SingleConnectionDataSource}: pass the pool itself, and use {@link #joining} to take part in a
     * transaction.
     *
     * <p>When the host, in a transaction of its own, has written to the same SQLite file and then calls the store from
     * there, an update waits for this transaction, which waits for the update: it fails after
     * {@link JdbcOptions#busyTimeout()} with a retryable {@link StoreException}. Call it before or after.
     *
     * @param source where connections come from; stays open when the store is closed
     * @param options how it behaves
     * @throws io.tokeneconomy.error.InvalidValueException when the source is known to give the connection of the current
     *     transaction, or the database is not supported; the message names those that are
     * @throws StoreException when there is no connection, or the database has a newer schema
     */
    public static JdbcLedgerStore on(DataSource source, JdbcOptions options) {
        BoundSources.refuse(source);
        Dialect dialect = Dialects.of(source);
        if (!dialect.hasSchemas() && !options.schema().isEmpty()) {
            throw new InvalidValueException("schema", options.schema(), "none for " + dialect.productName());
        }
        return open(new DataSourceConnections(source, dialect, new Names(options)), dialect, options);
    }

    @Override
    public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
        return writing(deadline -> updates.update(deadline, scope, decision));
    }

    /** On SQLite the same as {@link #update}: there is nobody who could go on. */
    @Override
    public <R> R updateUnlessLocked(Scope scope, Function<Snapshot, Changes<R>> decision) {
        return dialect.writers() == 1
                ? update(scope, decision)
                : writing(deadline ->
                        updates.updateUnlessLocked(Deadline.brief(options.busyTimeout()), deadline, scope, decision));
    }

    @Override
    public void erase(Erasure erasure) {
        writing(deadline -> transactions.write(deadline, session -> {
            Tables.erase(session, erasure);
            return erasure;
        }));
        shelf.forget(erasure.account());
    }

    @Override
    public Snapshot read(Scope scope) {
        Transactions.Work<Snapshot> load = session -> Tables.load(session, scope, Tables.Locking.NONE);
        return isOneQuery(scope) ? looking(load) : transactions.read(deadline(), load);
    }

    @Override
    public Page<LedgerEntry> entries(EntryQuery query) {
        return looking(session -> EntryTable.page(session, query));
    }

    @Override
    public Page<Order> orders(OrderQuery query) {
        return looking(session -> OrderTable.page(session, query));
    }

    @Override
    public Page<ParkedPayment> parked(ParkedQuery query) {
        return looking(session -> ParkedTable.page(session, query));
    }

    @Override
    public Page<AccountId> accounts(AccountQuery query) {
        return looking(session -> AccountTable.page(session, query));
    }

    @Override
    public Page<Backlog> backlogs(BacklogQuery query) {
        return looking(session -> BacklogTable.page(session, query));
    }

    /**
     * {@return a store whose calls take part in the transaction that is open on the host's connection} What it writes is
     * committed or rolled back with everything else in there, and seen by nobody before.
     *
     * <ul>
     *   <li>The connection must have autocommit off, and be one to this store's database. It is neither committed nor
     *       rolled back nor closed; each update stands between savepoints.
     *   <li>After a {@link StoreException}, roll the transaction back; repeat all of it when that is
     *       {@linkplain StoreException#retryable() retryable}. After any other exception only the update is undone.
     *   <li>The accounts of an update stay locked until the transaction ends; so keep it short, and name the accounts of
     *       all its updates in the same order everywhere. How long a lock is waited for is the connection's setting.
     *   <li>Use {@code READ COMMITTED}. From {@code REPEATABLE READ} on, an update that meets what others have committed
     *       since the transaction began is refused as retryable. On SQLite begin {@code IMMEDIATE}.
     *   <li>What a host tells its listeners about such entries, it must tell after its own commit.
     *   <li>Do not call this store itself on the same accounts before the transaction ends: it would wait for it.
     * </ul>
     *
     * <p>Not thread-safe, and of no use after the connection is given back. Closing it does nothing.
     *
     * @param connection the host's connection
     */
    public LedgerStore joining(Connection connection) {
        Session session = new Session(connection, dialect, new Names(options), back -> {});
        return new JoinedLedgerStore(session, shelf::forget);
    }

    /** {@return 2 where the database lets several write, as more would only make batches smaller; 1 on SQLite} */
    @Override
    public int writers() {
        return Math.min(dialect.writers(), MOST_LANES);
    }

    @Override
    public void close() {
        turn.takeAll();
        try {
            closed = true;
            connections.close();
        } finally {
            turn.passAll();
        }
    }

    private static JdbcLedgerStore open(Connections connections, Dialect dialect, JdbcOptions options) {
        JdbcLedgerStore store = new JdbcLedgerStore(connections, dialect, options);
        boolean ready = false;
        try {
            store.prepare();
            ready = true;
            return store;
        } finally {
            if (!ready) {
                connections.close();
            }
        }
    }

    private void prepare() {
        Deadline deadline = Deadline.in(options.busyTimeout());
        transactions.prepare(deadline);
        transactions.write(
                deadline,
                session -> options.migrate()
                        ? JdbcSchema.migrate(session, dialect, deadline)
                        : JdbcSchema.check(session, dialect));
    }

    private <T extends @Nullable Object> T writing(Function<Deadline, T> work) {
        Deadline deadline = deadline();
        turn.take(deadline);
        try {
            requireOpen();
            return work.apply(deadline);
        } finally {
            turn.pass();
        }
    }

    private <T> T looking(Transactions.Work<T> query) {
        requireOpen();
        return transactions.look(deadline(), query);
    }

    private boolean isOneQuery(Scope scope) {
        return InList.queries(dialect, scope.accounts())
                        + InList.queries(dialect, scope.keys())
                        + InList.queries(dialect, scope.orders())
                        + InList.queries(dialect, scope.customers())
                        + InList.queries(dialect, scope.sessions())
                        + scope.backlogs().size()
                <= 1;
    }

    private Deadline deadline() {
        return Deadline.in(options.busyTimeout());
    }

    private void requireOpen() {
        if (closed) {
            throw StoreException.broken("the store is closed", null);
        }
    }
}
