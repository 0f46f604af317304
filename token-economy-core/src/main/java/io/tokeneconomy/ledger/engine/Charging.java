package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.ChargeResult;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.SettlingWork;
import io.tokeneconomy.ledger.store.LedgerStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs a host's work between setting its tokens aside and taking them.
 *
 * <p>Nothing is remembered outside the ledger. Under a host's key K:
 *
 * <ol>
 *   <li>Attempt n sets tokens aside under {@code te:charge:hold:n:K}, and only when attempt n − 1 is over. Of two calls
 *       that try this at once one gets a conflict: each puts a random name of its run into the entry, so that a call
 *       knows its own hold when it is asked to book it again.
 *   <li>What takes the tokens is booked under K itself: at most once, whichever attempt, call or process does it.
 *   <li>A failed attempt releases its hold, one that died leaves it to its time-out. Both leave K free.
 * </ol>
 */
final class Charging {

    private final LedgerStore store;
    private final Bookings bookings;
    private final Bookings settlements;
    private final Watcher watcher;
    private final InstantSource time;

    /**
     * @param store where to look
     * @param gathered books one operation in company
     * @param alone books operations in an update of their own
     * @param watcher told what was refused to the host; how a charge finds its way is not its business
     * @param time tells whether a hold's time is over
     */
    Charging(
            LedgerStore store,
            Function<Operation, Outcome> gathered,
            Bookings alone,
            Watcher watcher,
            InstantSource time) {
        this.store = store;
        this.bookings =
                operations -> operations.size() == 1 ? gathered.apply(operations.get(0)) : alone.book(operations);
        this.settlements = new InsistentBookings(bookings, alone);
        this.watcher = watcher;
        this.time = time;
    }

    <T extends @Nullable Object, E extends Exception> ChargeResult<T> charge(Charge charge, SettlingWork<T, E> work)
            throws E {
        String run = UUID.randomUUID().toString();
        while (true) {
            ChargeState state = look(charge);
            Optional<ChargeResult<T>> known = known(charge, state);
            if (known.isPresent()) {
                return known.get();
            }
            ChargeHold hold = new ChargeHold(charge, state.attempts() + 1);
            PlaceHold place = hold.place(run);
            Outcome placed = bookings.book(List.of(place));
            if (placed.stands()) {
                return new RunningCharge(hold, bookings, settlements, () -> look(charge), this::tellRefused).run(work);
            }
            if (!(placed instanceof Outcome.KeyConflict)) {
                tellRefused(place, (Outcome.Refusal) placed);
                return new ChargeResult.Refused<>((Outcome.Refusal) placed);
            }
            // another call began this attempt first: each round sees one more, up to the limit
        }
    }

    private void tellRefused(Operation operation, Outcome.Refusal refusal) {
        watcher.refused(operation, refusal, time.instant());
    }

    private ChargeState look(Charge charge) {
        return ChargeState.of(charge, store, time.instant());
    }

    private static <T extends @Nullable Object> Optional<ChargeResult<T>> known(Charge charge, ChargeState state) {
        LedgerEntry conflict = state.conflict(charge);
        Hold open = state.open();
        ChargeResult<T> known = null;
        if (conflict != null) {
            known = new ChargeResult.Refused<>(new Outcome.KeyConflict(conflict));
        } else if (state.settled() != null) {
            known = new ChargeResult.AlreadyCharged<>(state.settled());
        } else if (open != null) {
            known = new ChargeResult.InProgress<>(open.expiresAt());
        } else if (state.attempts() == LedgerLimits.MAX_CHARGE_ATTEMPTS) {
            known = new ChargeResult.Refused<>(
                    new Outcome.TooMany(charge.account(), "attempts at one charge", LedgerLimits.MAX_CHARGE_ATTEMPTS));
        }
        return Optional.ofNullable(known);
    }
}
