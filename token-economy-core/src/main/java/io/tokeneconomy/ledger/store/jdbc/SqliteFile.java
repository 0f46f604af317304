package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;

/**
 * Connections of our own to one file: a single writer, and a few readers that are opened when they are first needed.
 * All stay open with their statements prepared.
 */
final class SqliteFile implements Connections {

    private final SQLiteDataSource file;
    private final Dialect dialect;
    private final JdbcOptions options;
    private final Semaphore readerPermits;
    private final Queue<Session> idleReaders = new ConcurrentLinkedQueue<>();
    private @Nullable Session writer;
    private volatile boolean closed;

    SqliteFile(Path path, Dialect dialect, JdbcOptions options) {
        this.file = new SQLiteDataSource();
        this.file.setUrl("jdbc:sqlite:" + uri(path));
        this.dialect = dialect;
        this.options = options;
        this.readerPermits = new Semaphore(options.readers(), true);
    }

    @Override
    public Session writer(Deadline deadline) throws SQLException {
        if (writer == null) {
            writer = open(true, deadline, this::takeBackWriter);
        }
        return writer;
    }

    @Override
    public Session reader(Deadline deadline) throws SQLException {
        try {
            if (!readerPermits.tryAcquire(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) {
                throw deadline.timedOut("one of " + options.readers() + " connections that read", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreException.unavailable("interrupted while waiting for a connection that reads", e);
        }
        return permittedReader();
    }

    /** Waits for readers in use. */
    @Override
    public void close() {
        closed = true;
        if (writer != null) {
            writer.closeConnection();
            writer = null;
        }
        readerPermits.acquireUninterruptibly(options.readers());
        idleReaders.forEach(Session::closeConnection);
        idleReaders.clear();
        readerPermits.release(options.readers());
    }

    private Session permittedReader() throws SQLException {
        boolean opened = false;
        try {
            if (closed) {
                throw StoreException.broken("the store is closed", null);
            }
            Session idle = idleReaders.poll();
            Session session =
                    idle != null ? idle : open(false, Deadline.in(options.busyTimeout()), this::takeBackReader);
            opened = true;
            return session;
        } finally {
            if (!opened) {
                readerPermits.release();
            }
        }
    }

    private Session open(boolean writing, Deadline deadline, Session.Owner owner) throws SQLException {
        Connection connection = file.getConnection();
        Session session = new Session(connection, owner);
        try {
            dialect.prepareConnection(session, writing, deadline);
            return session;
        } catch (SQLException | RuntimeException e) {
            session.closeConnection();
            throw e;
        }
    }

    private void takeBackWriter(Session session) {
        if (session.spoiled()) {
            session.closeConnection();
            writer = null;
        }
    }

    private void takeBackReader(Session session) {
        if (session.spoiled()) {
            session.closeConnection();
        } else {
            idleReaders.add(session);
        }
        readerPermits.release();
    }

    /** As a URI, because the driver would read a question mark in a plain path as the start of its settings. */
    private static String uri(Path path) {
        Path file = path.toAbsolutePath();
        Path directory = file.getParent();
        if (directory == null || !Files.isDirectory(directory) || Files.isDirectory(file)) {
            throw new InvalidValueException("file", path.toString(), "a file in a directory that exists");
        }
        return "file:" + file.toUri().getRawPath();
    }
}
