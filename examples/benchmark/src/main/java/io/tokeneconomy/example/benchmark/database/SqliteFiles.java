package io.tokeneconomy.example.benchmark.database;

import java.nio.file.Path;

/** An SQLite file for each trial. */
public final class SqliteFiles implements Database {

    private final Path folder;

    /** @param work where files may be kept */
    public SqliteFiles(Path work) {
        this.folder = Folder.empty(work.resolve("sqlite"));
    }

    @Override
    public String version() {
        return "SQLite " + Asking.text("jdbc:sqlite::memory:", "SELECT sqlite_version()", 1);
    }

    @Override
    public String durability() {
        return "journal_mode=WAL, synchronous=FULL, set by each contender on its connections";
    }

    @Override
    public String fresh(String name) {
        return "jdbc:sqlite:" + Folder.empty(folder.resolve(name)).resolve("tokens.db");
    }

    @Override
    public void drop(String name) {
        Folder.remove(folder.resolve(name));
    }

    @Override
    public void close() {
        Folder.remove(folder);
    }
}
