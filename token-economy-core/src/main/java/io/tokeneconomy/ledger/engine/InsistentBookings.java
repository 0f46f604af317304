package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import java.util.List;

/**
 * Books again when the store was away for a moment, too many callers wait, or the ledger was closed while the work ran:
 * for work that is done, and would go unpaid. The keys make sure that nothing is booked twice.
 *
 * @param first where it is tried first
 * @param then where it is tried again
 */
record InsistentBookings(Bookings first, Bookings then) implements Bookings {

    /** How often it is tried. */
    static final int TRIES = 3;

    @Override
    public Outcome book(List<Operation> operations) {
        for (int tries = 1; ; tries++) {
            try {
                return (tries == 1 ? first : then).book(operations);
            } catch (TokenEconomyException e) {
                if (tries == TRIES || (tries > 1 && !e.retryable())) {
                    throw e;
                }
            }
        }
    }
}
