package io.tokeneconomy.ledger.engine.gather;

/**
 * What came of one request among several.
 *
 * @param <R> what it results in
 */
public sealed interface Result<R> {

    /**
     * {@return the result of a request that was committed}
     *
     * @throws RuntimeException the failure of one that was not
     */
    R orElseThrow();

    /**
     * Committed.
     *
     * @param value the result
     */
    record Done<R>(R value) implements Result<R> {

        @Override
        public R orElseThrow() {
            return value;
        }
    }

    /**
     * Not committed, or not known to be.
     *
     * @param failure why
     */
    record Failed<R>(RuntimeException failure) implements Result<R> {

        @Override
        public R orElseThrow() {
            throw failure;
        }
    }
}
