package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.Capture;
import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.ChargeResult;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what a charge's work costs, once it is done. Not thread-safe. */
final class ChargePayment {

    private static final Logger LOG = LoggerFactory.getLogger(ChargePayment.class);

    private final Charge charge;
    private final ChargeBill bill;
    private final Bookings bookings;
    private final Supplier<ChargeState> look;
    private final ChargeHold own;
    private ChargeHold hold;
    private long held;

    /**
     * @param hold what was set aside
     * @param bill what the work costs
     * @param bookings where to book
     * @param look what the ledger knows of the charge by now
     */
    ChargePayment(ChargeHold hold, ChargeBill bill, Bookings bookings, Supplier<ChargeState> look) {
        this.charge = hold.charge();
        this.own = hold;
        this.hold = hold;
        this.held = charge.cost();
        this.bill = bill;
        this.bookings = bookings;
        this.look = look;
    }

    <T extends @Nullable Object> ChargeResult<T> take(T value) {
        Outcome all = takeAll();
        if (isPaid(all)) {
            return charged(all, value);
        }
        Outcome part = takePart(all);
        if (!part.stands()) {
            return isPaid(part) ? charged(part, value) : unpaid((Outcome.Refusal) all, value);
        }
        LedgerEntry entry = part.orElseThrow();
        long missing = bill.most() + entry.amount();
        return missing == 0
                ? new ChargeResult.Charged<>(entry, value)
                : new ChargeResult.Underpaid<>(value, missing, entry, (Outcome.Refusal) all);
    }

    private Outcome takeAll() {
        Outcome outcome = bookings.book(bill.fromHold(hold));
        if (outcome instanceof Outcome.HoldNotOpen && findLaterHold()) {
            outcome = bookings.book(bill.fromHold(hold));
        }
        return outcome instanceof Outcome.HoldNotOpen
                ? bill.fromAccount().map(this::book).orElse(outcome)
                : outcome;
    }

    /** What is set aside, when the account has no more. */
    private Outcome takePart(Outcome refused) {
        long part = Math.min(bill.least(), held);
        return part == 0
                ? refused
                : book(Capture.of(charge.account(), hold.key(), part, charge.key())
                        .withDetails(bill.details()));
    }

    /** The work outlasted its hold: another call may have set tokens aside for the same key. */
    private boolean findLaterHold() {
        ChargeState state = look.get();
        Hold open = state.open();
        if (open == null) {
            return false;
        }
        hold = new ChargeHold(charge, state.attempts());
        held = open.amount();
        return true;
    }

    private Outcome book(Operation operation) {
        return bookings.book(List.of(operation));
    }

    private <T extends @Nullable Object> ChargeResult<T> charged(Outcome outcome, T value) {
        if (outcome instanceof Outcome.KeyConflict conflict) {
            giveBack();
            return new ChargeResult.Charged<>(conflict.existing(), value);
        }
        return new ChargeResult.Charged<>(outcome.orElseThrow(), value);
    }

    private <T extends @Nullable Object> ChargeResult<T> unpaid(Outcome.Refusal refusal, T value) {
        giveBack();
        return new ChargeResult.Underpaid<>(value, bill.most(), null, refusal);
    }

    private void giveBack() {
        try {
            book(own.release());
        } catch (TokenEconomyException e) {
            LOG.warn("Hold {} of account {} stays until it times out", own.key(), charge.account(), e);
        }
    }

    /** A key that the work of an overlapping call has paid for meanwhile is paid for. */
    private boolean isPaid(Outcome outcome) {
        return outcome.stands()
                || (outcome instanceof Outcome.KeyConflict conflict && ChargeState.pays(conflict.existing(), charge));
    }
}
