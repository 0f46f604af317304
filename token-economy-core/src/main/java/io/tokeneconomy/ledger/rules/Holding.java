package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Capture;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.ExtendHold;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Setting tokens aside, using them, giving them back. */
final class Holding {

    private final Booking booking;

    Holding(Booking booking) {
        this.booking = booking;
    }

    LedgerEntry place(PlaceHold wanted) {
        Account account = booking.account();
        if (account.holds().size() >= LedgerLimits.MAX_HOLDS) {
            throw Refused.with(new Outcome.TooMany(account.id(), "holds", LedgerLimits.MAX_HOLDS));
        }
        long available = account.totals().available();
        if (available < wanted.amount()) {
            throw Refused.with(new Outcome.Insufficient(account.id(), available, wanted.amount()));
        }
        SpendLimits.check(account, wanted.member(), wanted.amount(), booking.at());
        List<Allocation> taken = Lots.take(account.lots(), wanted.amount());
        HoldChange change = new HoldChange(booking.nextSequence(), until(wanted.timeout()), Lots.negated(taken));
        return booking.book(EntryType.HOLD, 0, Effects.of(taken).holding(change).by(wanted.member()), wanted);
    }

    LedgerEntry capture(Capture wanted) {
        Hold hold = open(wanted.hold());
        long held = hold.amount();
        if (wanted.amount() > held && !wanted.mayExceed()) {
            throw Refused.with(new Outcome.ExceedsHold(booking.account().id(), wanted.hold(), held, wanted.amount()));
        }
        return wanted.amount() > held ? captureMore(wanted, hold, held) : captureWithin(wanted, hold);
    }

    LedgerEntry release(Release wanted) {
        Hold hold = open(wanted.hold());
        Effects back = givingBack(hold, booking.account().totals().debt());
        return booking.book(EntryType.RELEASE, 0, back, wanted);
    }

    LedgerEntry extend(ExtendHold wanted) {
        Hold hold = open(wanted.hold());
        Effects later = Effects.NONE
                .holding(new HoldChange(hold.number(), until(wanted.timeout()), List.of()))
                .by(hold.member());
        return booking.book(EntryType.EXTEND, 0, later, wanted);
    }

    /** All that a hold has goes back to its lots; the part that pays a debt is gone, soonest to burn first. */
    static Effects givingBack(Hold hold, long debt) {
        return Effects.of(returned(hold.parts(), debt)).holding(closing(hold)).by(hold.member());
    }

    private LedgerEntry captureWithin(Capture wanted, Hold hold) {
        List<Allocation> used = Lots.take(hold.parts(), wanted.amount());
        if (wanted.keepsRest()) {
            HoldChange change = new HoldChange(hold.number(), null, used);
            return booking.book(
                    EntryType.CAPTURE,
                    -wanted.amount(),
                    Effects.NONE.holding(change).by(hold.member()),
                    wanted);
        }
        List<Lot> rest = Lots.without(hold.parts(), used);
        Effects effects = Effects.of(returned(rest, booking.account().totals().debt()))
                .holding(closing(hold))
                .by(hold.member());
        return booking.book(EntryType.CAPTURE, -wanted.amount(), effects, wanted);
    }

    /** The hold itself is finished whatever happened to the account since; what goes beyond it is spent now. */
    private LedgerEntry captureMore(Capture wanted, Hold hold, long held) {
        long more = wanted.amount() - held;
        Account account = booking.account();
        Spending.requireOpen(account);
        Spending.requireSpendable(account, more);
        SpendLimits.check(account, hold.member(), more, booking.at());
        List<Allocation> taken =
                Lots.take(account.lots(), Math.min(more, account.totals().available()));
        Effects effects = Effects.of(taken).holding(closing(hold)).by(hold.member());
        return booking.book(EntryType.CAPTURE, -wanted.amount(), effects, wanted);
    }

    private Hold open(IdempotencyKey key) {
        Account account = booking.account();
        return account.hold(key).orElseThrow(() -> Refused.with(new Outcome.HoldNotOpen(account.id(), key)));
    }

    private Instant until(Duration timeout) {
        return booking.at().plus(timeout);
    }

    private static HoldChange closing(Hold hold) {
        List<Allocation> parts = new ArrayList<>();
        hold.parts().forEach(part -> parts.add(new Allocation(part.number(), -part.remaining())));
        return new HoldChange(hold.number(), null, parts);
    }

    private static List<Allocation> returned(List<Lot> parts, long debt) {
        List<Allocation> returned = new ArrayList<>();
        long owed = debt;
        for (Lot part : Lots.inBurnOrder(parts)) {
            long paid = Math.min(owed, part.remaining());
            owed -= paid;
            if (part.remaining() > paid) {
                returned.add(new Allocation(part.number(), part.remaining() - paid));
            }
        }
        return returned;
    }
}
