package io.tokeneconomy.example.benchmark.database;

import java.nio.file.Path;

/** An H2 file for each trial, opened by the trial's own process. */
public final class H2Files implements Database {

    private final Path folder;

    /** @param work where files may be kept */
    public H2Files(Path work) {
        this.folder = Folder.empty(work.resolve("h2"));
    }

    @Override
    public String version() {
        return "H2 " + Asking.text("jdbc:h2:mem:", "SELECT H2VERSION()", 1);
    }

    @Override
    public String durability() {
        return "WRITE_DELAY=0: each commit is handed to the operating system; H2 does not fsync on commit";
    }

    @Override
    public String fresh(String name) {
        return "jdbc:h2:file:"
                + Folder.empty(folder.resolve(name)).resolve("tokens").toAbsolutePath() + ";WRITE_DELAY=0";
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
