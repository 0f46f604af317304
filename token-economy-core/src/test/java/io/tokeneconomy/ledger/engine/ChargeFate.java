package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.store.StoreException;
import java.util.List;

/** What a process lives through while it charges: its store fails now and then, and at some booking it dies. */
final class ChargeFate {

    /** The process is dead: nothing of it is heard any more. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final int lastBooking;
    private final int trouble;
    private int bookings;

    /**
     * @param lastBooking at which booking it dies; 0 for never
     * @param trouble two bits for each booking: 1 fails before the commit, 2 after it, 3 dies after it when it is the last
     */
    ChargeFate(int lastBooking, int trouble) {
        this.lastBooking = lastBooking;
        this.trouble = trouble;
    }

    static ChargeFate good() {
        return new ChargeFate(0, 0);
    }

    /** These bookings, through this fate. */
    Bookings over(Bookings bookings) {
        return operations -> book(bookings, operations);
    }

    private Outcome book(Bookings to, List<Operation> operations) {
        bookings++;
        int what = (trouble >>> (2 * (bookings - 1))) & 3;
        if (lastBooking > 0 && bookings >= lastBooking) {
            if (bookings == lastBooking && what == 3) {
                to.book(operations);
            }
            throw new Died();
        }
        if (what == 1) {
            throw StoreException.unavailable("away", null);
        }
        Outcome outcome = to.book(operations);
        if (what == 2) {
            throw StoreException.unknown("away", new IllegalStateException());
        }
        return outcome;
    }
}
