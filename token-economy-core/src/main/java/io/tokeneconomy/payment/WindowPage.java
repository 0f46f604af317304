package io.tokeneconomy.payment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of what the provider lists.
 *
 * @param <T> what is listed
 * @param items what is on it; may be empty although more follows
 * @param next where the next page begins, for {@link WindowQuery#after}; null after the last one
 */
public record WindowPage<T>(List<T> items, @Nullable String next) {

    /** Copies the list. */
    public WindowPage {
        items = List.copyOf(items);
    }
}
