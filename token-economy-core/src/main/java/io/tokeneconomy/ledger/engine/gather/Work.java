package io.tokeneconomy.ledger.engine.gather;

import java.util.List;

/**
 * Commits requests, each of them idempotent: a request that was committed before is answered again, not done again.
 *
 * @param <Q> a request
 * @param <R> its result
 */
@FunctionalInterface
public interface Work<Q, R> {

    /**
     * Commits all of these requests or none of them, durably. Called on the thread of one of the callers, by several
     * lanes at once. Must not call the {@link GroupCommit} that calls it.
     *
     * @param requests at least one; a caller that came alone brings exactly one
     * @return one result for each request, in the same order
     * @throws RuntimeException when nothing was committed; a {@link io.tokeneconomy.ledger.store.StoreException} tells
     *     whether that is unknown
     */
    List<R> commit(List<Q> requests);
}
