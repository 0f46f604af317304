package io.tokeneconomy.reconcile.engine;

import io.tokeneconomy.error.InvalidValueException;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is.
 *
 * @param phase what it looks at
 * @param after behind what, in the words of the phase; null at its beginning
 */
record Cursor(Phase phase, @Nullable String after) {

    /** What is looked at, in this order. */
    enum Phase {
        SESSIONS,
        /** What was charged while its buyer was away has no checkout, and nobody looks for it once its customer is gone. */
        CHARGES,
        INVOICES,
        REFUNDS,
        DISPUTES,
        ORDERS;

        private String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Cursor of(@Nullable String text) {
        if (text == null) {
            return new Cursor(Phase.SESSIONS, null);
        }
        String[] parts = text.split(":", 2);
        Phase phase = Stream.of(Phase.values())
                .filter(each -> each.text().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("resumeAfter", text, "what a report said"));
        return new Cursor(phase, parts[1].isEmpty() ? null : parts[1]);
    }

    /** What comes behind a page of this phase; null behind the last page of the last. */
    @Nullable
    Cursor next(@Nullable String after) {
        if (after != null) {
            return new Cursor(phase, after);
        }
        return switch (phase) {
            case SESSIONS -> new Cursor(Phase.CHARGES, null);
            case CHARGES -> new Cursor(Phase.INVOICES, null);
            case INVOICES -> new Cursor(Phase.REFUNDS, null);
            case REFUNDS -> new Cursor(Phase.DISPUTES, null);
            case DISPUTES -> new Cursor(Phase.ORDERS, null);
            case ORDERS -> null;
        };
    }

    @Override
    public String toString() {
        return phase.text() + ":" + (after == null ? "" : after);
    }
}
