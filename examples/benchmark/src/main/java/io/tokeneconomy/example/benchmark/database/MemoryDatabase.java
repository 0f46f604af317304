package io.tokeneconomy.example.benchmark.database;

/** No database: what the trial's process keeps in its memory. */
public final class MemoryDatabase implements Database {

    @Override
    public String version() {
        return "the trial's own memory";
    }

    @Override
    public String durability() {
        return "none: all is gone with the process";
    }

    @Override
    public String fresh(String name) {
        return "memory:" + name;
    }

    @Override
    public void drop(String name) {
        // ended with the trial's process
    }

    @Override
    public void close() {
        // nothing runs
    }
}
