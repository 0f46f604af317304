package io.tokeneconomy.spring.operate;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An observation whose handlers may fail: that is told, and what is observed goes on. Of one thread. */
final class GuardedObservation {

    private final ObservationRegistry registry;
    private final Consumer<Throwable> failures;
    private final Observation.@Nullable Scope outer;
    private @Nullable Observation observation;
    private Observation.@Nullable Scope scope;

    /**
     * @param registry where it goes
     * @param failures hears what handlers throw
     */
    GuardedObservation(ObservationRegistry registry, Consumer<Throwable> failures) {
        this.registry = registry;
        this.failures = failures;
        this.outer = registry.getCurrentObservationScope();
    }

    void start(Supplier<Observation> made) {
        guarded(() -> {
            Observation started = made.get();
            observation = started;
            started.start();
            scope = started.openScope();
        });
    }

    void failed(Throwable why) {
        Observation running = observation;
        if (running != null) {
            guarded(() -> running.error(why));
        }
    }

    /** Each step, also when the one before it fails; the thread is left as it was found. */
    void stop() {
        Observation.Scope open = scope;
        if (open != null) {
            guarded(open::close);
        }
        if (registry.getCurrentObservationScope() != outer) {
            registry.setCurrentObservationScope(outer);
        }
        Observation running = observation;
        if (running != null) {
            guarded(running::stop);
        }
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            failures.accept(e);
        }
    }
}
