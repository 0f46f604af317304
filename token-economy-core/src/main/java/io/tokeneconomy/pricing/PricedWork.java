package io.tokeneconomy.pricing;

import org.jspecify.annotations.Nullable;

/**
 * The host's work that is paid for by the price list, and that may say itself how much it used in the end.
 *
 * @param <T> what it makes
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface PricedWork<T extends @Nullable Object, E extends Exception> {

    /**
     * {@return what it made}
     *
     * @param charge the charge that pays for it
     */
    T run(PricedCharge charge) throws E;
}
