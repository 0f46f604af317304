package io.tokeneconomy.example.benchmark.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** An embedded PostgreSQL, made as durable as one in production: the packaging switches that off for tests. */
public final class PostgresServer implements Database {

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final EmbeddedPostgres server;
    private final Path folder;

    /** @param work where files may be kept */
    public PostgresServer(Path work) {
        folder = work.resolve("postgresql");
        Folder.remove(folder);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setDataDirectory(folder);
        DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
        try {
            server = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String version() {
        return "PostgreSQL " + Asking.text(admin(), "SHOW server_version", 1);
    }

    @Override
    public String durability() {
        return DURABLE.stream()
                .map(setting -> Asking.required(setting, "on", Asking.text(admin(), "SHOW " + setting, 1)))
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

    private String admin() {
        return server.getJdbcUrl("postgres", "postgres");
    }
}
