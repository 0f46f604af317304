package io.tokeneconomy.spring.operate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** When the calls to something last went well, and when they last failed. Thread-safe. */
public final class Calls {

    private final InstantSource time;
    private final AtomicReference<@Nullable Instant> success = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> failure = new AtomicReference<>();

    /** @param time the clock */
    public Calls(InstantSource time) {
        this.time = time;
    }

    void succeeded() {
        success.set(time.instant());
    }

    void failed() {
        failure.set(time.instant());
    }

    /** {@return when one last went well; empty since the start} */
    public Optional<Instant> lastSuccess() {
        return Optional.ofNullable(success.get());
    }

    /** {@return when one last failed; empty since the start} */
    public Optional<Instant> lastFailure() {
        return Optional.ofNullable(failure.get());
    }
}
