package io.tokeneconomy.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The host's work that a charge pays for, at a cost known beforehand.
 *
 * @param <T> what it makes
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface Work<T extends @Nullable Object, E extends Exception> {

    /** {@return what it made} */
    T run() throws E;
}
