package io.tokeneconomy.example.benchmark.contender;

import java.util.List;

/**
 * A way to spend tokens. Whoever takes part keeps these promises, and every trial checks them: an entry and its balance
 * are written in one transaction, a key books once, no balance falls below zero, and an answer means that the commit is
 * on the disk as far as the database can say so.
 *
 * <p>Has a public constructor that takes a {@link Place}. Thread-safe.
 */
public interface Contender extends AutoCloseable {

    /** Opens accounts and grants each that many tokens. */
    void open(List<String> accounts, long tokens);

    /**
     * Takes one token.
     *
     * @throws ContentionException when it is worth trying again
     */
    Answer spend(String account, String key);

    /** {@return what the books of these accounts say} Called when nobody spends any more. */
    Books books(List<String> accounts);

    @Override
    void close();
}
