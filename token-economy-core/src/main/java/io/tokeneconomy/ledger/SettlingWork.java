package io.tokeneconomy.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The host's work that a charge pays for, and that may say itself what it costs in the end.
 *
 * @param <T> what it makes
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface SettlingWork<T extends @Nullable Object, E extends Exception> {

    /**
     * {@return what it made}
     *
     * @param context the charge that pays for it
     */
    T run(ChargeContext context) throws E;
}
