package io.tokeneconomy.ledger.engine.gather;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Commits requests, each of them idempotent: a request that was committed before is answered again, not done again.
 *
 * @param <Q> a request
 * @param <R> its result
 */
@FunctionalInterface
public interface Work<Q, R> {

    /**
     * Commits these requests, all or none of them, durably, but for those that others are in the way of. Called on the
     * thread of one of the callers, by several lanes at once. Must not call the {@link GroupCommit} that calls it.
     *
     * @param requests at least one; a caller that came alone brings exactly one
     * @return one result for each request, in the same order; null for one that was not committed, because others are in
     *     its way for longer than the rest should wait
     * @throws RuntimeException when nothing was committed; a {@link io.tokeneconomy.ledger.store.StoreException} tells
     *     whether that is unknown
     */
    List<@Nullable R> commit(List<Q> requests);

    /**
     * Commits a request that {@link #commit} left out, and waits for whoever is in its way. Called as that is, while the
     * lanes go on.
     *
     * @return its result
     * @throws RuntimeException when it was not committed, also because others were in its way for too long
     */
    default R commitPatiently(Q request) {
        return Objects.requireNonNull(commit(List.of(request)).get(0), "left out again");
    }
}
