package io.tokeneconomy.example.benchmark.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An embedded PostgreSQL, made as durable as one in production: the packaging switches that off for tests. It has run for a
 * while, too: a new server makes each file of its log when it first needs it, and who writes most waits for that.
 */
public final class PostgresServer implements Database {

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final List<String> SIZES = List.of("shared_buffers", "min_wal_size");
    private static final int MEGABYTES = 1024;
    private static final String MEGABYTE_OF_LOG =
            "SELECT pg_logical_emit_message(false, 'benchmark', repeat('-', 1048576))";

    private final EmbeddedPostgres server;
    private final Path folder;

    /** @param work where files may be kept */
    public PostgresServer(Path work) {
        folder = work.resolve("postgresql");
        Folder.remove(folder);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setDataDirectory(folder);
        DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
        SIZES.forEach(setting -> builder.setServerConfig(setting, MEGABYTES + "MB"));
        try {
            server = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean ready = false;
        try {
            writeLogFiles();
            ready = true;
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    /** After the checkpoint they are used again, as many as {@code min_wal_size} says. */
    private void writeLogFiles() {
        Asking.execute(admin(), Collections.nCopies(MEGABYTES, MEGABYTE_OF_LOG).toArray(String[]::new));
        Asking.execute(admin(), "CHECKPOINT");
    }

    @Override
    public String version() {
        return "PostgreSQL " + Asking.text(admin(), "SHOW server_version", 1);
    }

    @Override
    public String durability() {
        return Stream.concat(
                        DURABLE.stream().map(setting -> Asking.required(setting, "on", show(setting))),
                        SIZES.stream().map(setting -> setting + "=" + show(setting)))
                .collect(Collectors.joining(", "));
    }

    /** With a checkpoint, so that no trial writes the pages of the one before. */
    @Override
    public String fresh(String name) {
        Asking.execute(admin(), "CREATE DATABASE " + name, "CHECKPOINT");
        return server.getJdbcUrl("postgres", name);
    }

    @Override
    public void drop(String name) {
        Asking.execute(admin(), "DROP DATABASE " + name + " WITH (FORCE)");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Folder.remove(folder);
    }

    private String show(String setting) {
        return Asking.text(admin(), "SHOW " + setting, 1);
    }

    private String admin() {
        return server.getJdbcUrl("postgres", "postgres");
    }
}
