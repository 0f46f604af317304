package io.tokeneconomy.ledger.engine;

import java.util.function.Supplier;

/** Books although the thread is interrupted: work may leave it so, and its tokens must be settled all the same. */
final class Uninterrupted {

    private Uninterrupted() {}

    /** What the booking gives; the thread is interrupted again afterwards. */
    static <R> R get(Supplier<R> booking) {
        boolean interrupted = Thread.interrupted();
        try {
            return booking.get();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
