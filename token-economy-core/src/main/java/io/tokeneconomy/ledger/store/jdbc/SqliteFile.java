package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.store.StoreException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

    /** Entries are written all over the file: the 2 MB that SQLite keeps by default are read again and again. */
    private static final int WRITERS_CACHE_KIB = 64 * 1024;

    /** Four times SQLite's own: many bookings change the same pages, and a checkpoint writes each of them once. */
    private static final int PAGES_BETWEEN_CHECKPOINTS = 4_000;

    private final SQLiteDataSource file;
    private final Dialect dialect;
    private final JdbcOptions options;
    private final Semaphore readerPermits;
    private final Queue<Session> idleReaders = new ConcurrentLinkedQueue<>();
    private @Nullable Session writer;
    private volatile boolean closed;

    SqliteFile(Path path, Dialect dialect, JdbcOptions options) {
        this.file = dataSource();
        this.file.setUrl("jdbc:sqlite:" + uri(path));
        createForOwnerOnly(path);
        this.dialect = dialect;
        this.options = options;
        this.readerPermits = new Semaphore(options.readers(), true);
    }

    @Override
    public Session writer(Deadline deadline) throws SQLException {
        dropSpoiledWriter();
        if (writer == null) {
            writer = open(true, deadline, session -> dropSpoiledWriter());
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
        Session session = new Session(connection, dialect, new Names(options), owner);
        boolean ready = false;
        try {
            dialect.prepareConnection(session, writing, deadline, undo -> {});
            if (writing) {
                session.execute("PRAGMA cache_size = -" + WRITERS_CACHE_KIB);
                session.execute("PRAGMA wal_autocheckpoint = " + PAGES_BETWEEN_CHECKPOINTS);
            }
            ready = true;
            return session;
        } finally {
            if (!ready) {
                session.closeConnection();
            }
        }
    }

    /** Tried again at the next use, should an error stop it here. */
    private void dropSpoiledWriter() {
        if (writer != null && writer.spoiled()) {
            writer.closeConnection();
            writer = null;
        }
    }

    private void takeBackReader(Session session) {
        try {
            if (session.spoiled()) {
                session.closeConnection();
            } else {
                idleReaders.add(session);
            }
        } finally {
            readerPermits.release();
        }
    }

    private static SQLiteDataSource dataSource() {
        try {
            return new SQLiteDataSource();
        } catch (NoClassDefFoundError e) {
            throw StoreException.broken(
                    "the SQLite driver is missing: add org.xerial:sqlite-jdbc to the class path", e);
        }
    }

    /** SQLite would let everybody read; the files it puts beside this one get the same permissions as this one. */
    private static void createForOwnerOnly(Path path) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // its permissions are its owner's choice
        } catch (IOException e) {
            throw StoreException.broken("the file " + path + " cannot be created", e);
        }
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
