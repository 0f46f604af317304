package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Adjustment;
import io.tokeneconomy.ledger.Balance;
import io.tokeneconomy.ledger.Capture;
import io.tokeneconomy.ledger.Clawback;
import io.tokeneconomy.ledger.Closure;
import io.tokeneconomy.ledger.Configuration;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.ExtendHold;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.Lapse;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.Reinstatement;
import io.tokeneconomy.ledger.Release;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decision on one operation:
 *
 * <ol>
 *   <li>The key is known: the same operation is a replay, another one a conflict. Nothing is booked.
 *   <li>Holds whose time has come give back, lots whose time has come expire, each with an entry of its own.
 *   <li>The operation is booked, or refused; a refusal books nothing, not even what happened by itself.
 * </ol>
 */
public final class LedgerRules {

    private final Books books;
    private final Operation operation;
    private final Booking booking;
    private final Instant now;

    private LedgerRules(Books books, Operation operation, Instant now) {
        this.books = books;
        this.operation = operation;
        this.now = now;
        this.booking = new Booking(books.account(operation.account()), now);
    }

    /**
     * Decides an operation. Pure: equal arguments give equal results.
     *
     * @param books what there is
     * @param operation what is asked for
     * @param now the time of booking
     * @throws InvalidValueException when a new grant is expired already, or metered use cannot be charged exactly
     */
    public static Decision decide(Books books, Operation operation, Instant now) {
        Optional<LedgerEntry> existing = books.entry(operation.key());
        if (existing.isPresent()) {
            return Decision.unchanged(known(books, existing.get(), operation));
        }
        try {
            return new LedgerRules(books, operation, now).decide();
        } catch (Refused refused) {
            return Decision.unchanged(refused.refusal());
        }
    }

    /** {@return what is due by itself: holds that time out, lots that expire} */
    public static Settlement settle(Account account, Instant now) {
        Booking booking = new Booking(account, now);
        booking.settle();
        return new Settlement(booking.account(), booking.entries());
    }

    /** {@return what the account has at that time, with what is due by itself though not booked yet} */
    public static Balance balance(Account account, Instant now) {
        Booking booking = new Booking(account, now);
        booking.settle();
        return Balances.of(booking.account(), booking.at());
    }

    private Decision decide() {
        booking.settle();
        if (operation instanceof Transfer transfer) {
            return decide(transfer);
        }
        LedgerEntry entry = book();
        return new Decision(List.of(booking.account()), booking.entries(), new Outcome.Applied(entry));
    }

    private Decision decide(Transfer transfer) {
        Spending.requireOpen(booking.account());
        Booking receiver = new Booking(books.account(transfer.to()), now);
        receiver.settle();
        LedgerEntry entry = new Transferring(booking, receiver).transfer(transfer);
        List<LedgerEntry> entries = new ArrayList<>(booking.entries());
        entries.addAll(receiver.entries());
        return new Decision(List.of(booking.account(), receiver.account()), entries, new Outcome.Applied(entry));
    }

    private LedgerEntry book() {
        if (operation instanceof Spend spend) {
            Spending.requireOpen(booking.account());
            return new Spending(booking).spend(spend);
        } else if (operation instanceof MeteredSpend use) {
            Spending.requireOpen(booking.account());
            return new Spending(booking).spend(use);
        } else if (operation instanceof PlaceHold hold) {
            Spending.requireOpen(booking.account());
            return new Holding(booking).place(hold);
        } else if (operation instanceof Capture capture) {
            return new Holding(booking).capture(capture);
        } else if (operation instanceof Release release) {
            return new Holding(booking).release(release);
        } else if (operation instanceof ExtendHold extension) {
            return new Holding(booking).extend(extension);
        }
        return bookForMoney();
    }

    private LedgerEntry bookForMoney() {
        if (operation instanceof Grant grant) {
            return new Crediting(booking).grant(grant);
        } else if (operation instanceof Purchase purchase) {
            return new Crediting(booking).purchase(purchase);
        } else if (operation instanceof Clawback clawback) {
            return new Reversing(books, booking).clawback(clawback);
        } else if (operation instanceof Reinstatement again) {
            return new Reversing(books, booking).reinstate(again);
        } else if (operation instanceof Lapse lapse) {
            return new Reversing(books, booking).lapse(lapse);
        } else if (operation instanceof Adjustment adjustment) {
            return new Handwork(booking).adjust(adjustment);
        } else if (operation instanceof Configuration configuration) {
            return new Handwork(booking).configure(configuration);
        } else if (operation instanceof Closure closure) {
            return new Handwork(booking).close(closure);
        }
        throw new IllegalArgumentException("no rule for " + operation.getClass());
    }

    private static Outcome known(Books books, LedgerEntry existing, Operation operation) {
        boolean same = existing.account().equals(operation.account())
                && existing.seal().fingerprint().equals(fingerprint(books, operation));
        return same ? new Outcome.Replayed(existing) : new Outcome.KeyConflict(existing);
    }

    private static Digest fingerprint(Books books, Operation operation) {
        Digest salt = books.account(operation.account()).salt();
        return operation instanceof Transfer transfer
                ? Fingerprint.ofTransfer(
                        transfer, salt, books.account(transfer.to()).salt())
                : Fingerprint.of(operation, salt);
    }
}
