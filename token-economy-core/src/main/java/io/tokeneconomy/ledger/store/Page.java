package io.tokeneconomy.ledger.store;

import java.util.List;

/**
 * One page of a listing.
 *
 * @param <T> what is listed
 * @param items what is on it
 * @param hasMore whether more follows
 */
public record Page<T>(List<T> items, boolean hasMore) {

    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * {@return the page of at most {@code limit} items, cut from one item more}
     *
     * @param found up to {@code limit + 1} items; the last one only tells that there is more
     * @param limit the size of the page
     */
    public static <T> Page<T> cut(List<T> found, int limit) {
        boolean hasMore = found.size() > limit;
        return new Page<>(hasMore ? found.subList(0, limit) : found, hasMore);
    }
}
