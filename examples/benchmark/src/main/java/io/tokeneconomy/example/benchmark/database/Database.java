package io.tokeneconomy.example.benchmark.database;

/** A database that runs for the whole benchmark; each trial gets an empty part of its own. Not thread-safe. */
public interface Database extends AutoCloseable {

    /** {@return name and version} */
    String version();

    /** {@return how commits reach the disk, as the database itself says it} */
    String durability();

    /**
     * {@return the URL of a new, empty place}
     *
     * @param name lower-case letters, digits and underscores; not used before
     */
    String fresh(String name);

    /** Removes what {@link #fresh} made. */
    void drop(String name);

    /** Stops the database and removes its files. */
    @Override
    void close();
}
