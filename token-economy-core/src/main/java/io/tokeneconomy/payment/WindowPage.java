package io.tokeneconomy.payment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of what the provider lists.
 *
 * @param <T> what is listed
 * @param items what is on it; may be empty although more follows
 * @param next where the next page begins, for {@link WindowQuery#after}; null after the last one
 * @param unreadable the ids of what is on it beside the items, and cannot be read
 */
public record WindowPage<T>(List<T> items, @Nullable String next, List<String> unreadable) {

    /** Copies the lists. */
    public WindowPage {
        items = List.copyOf(items);
        unreadable = List.copyOf(unreadable);
    }

    /** A page all of which can be read. */
    public WindowPage(List<T> items, @Nullable String next) {
        this(items, next, List.of());
    }
}
