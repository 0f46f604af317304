package io.tokeneconomy.spring.operate;

import org.jspecify.annotations.Nullable;

/**
 * Sees what a store or a gateway is asked and answers. Called by the calling thread; what it throws changes nothing for the
 * call.
 */
public interface CallWatch {

    /** Before a call. */
    default void asked(Object @Nullable [] arguments) {}

    /** After a call that went well. */
    default void answered(@Nullable Object answer) {}
}
