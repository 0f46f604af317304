package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Balance;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.Spend;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decision on one operation:
 *
 * <ol>
 *   <li>The key is known: the same operation is a replay, another one a conflict. Nothing is booked.
 *   <li>Lots whose time has come expire, each with an entry of its own.
 *   <li>The operation is booked, or refused; a refusal books nothing, not even the expiries.
 * </ol>
 */
public final class LedgerRules {

    private LedgerRules() {}

    /**
     * Decides an operation. Pure: equal arguments give equal results.
     *
     * @param account the operation's account as it stands
     * @param existing the entry already booked under the operation's key, or null
     * @param operation what is asked for
     * @param now the time of booking
     * @throws InvalidValueException when a new grant is expired already
     */
    public static Decision decide(Account account, @Nullable LedgerEntry existing, Operation operation, Instant now) {
        if (existing != null) {
            return Decision.unchanged(account, known(existing, operation));
        }
        Booking booking = new Booking(account, now);
        booking.expireDueLots();
        if (operation instanceof Spend spend) {
            return decideSpend(account, booking, spend);
        }
        return decideCredit(account, booking, operation, termsOf(operation, booking.at()));
    }

    /** {@return what the account has at that time, due expiries taken off though not booked yet} */
    public static Balance balance(Account account, Instant now) {
        Instant at = now.isBefore(account.lastEntryAt()) ? account.lastEntryAt() : now;
        long expired = account.lots().stream()
                .filter(lot -> lot.terms().expiredAt(at))
                .mapToLong(Lot::remaining)
                .sum();
        return Balance.ofSettled(account.balance() - expired);
    }

    private static Outcome known(LedgerEntry existing, Operation operation) {
        return existing.seal().fingerprint().equals(Fingerprint.of(operation))
                ? new Outcome.Replayed(existing)
                : new Outcome.KeyConflict(existing);
    }

    private static Decision decideSpend(Account before, Booking booking, Spend spend) {
        long available = booking.balance();
        if (available < spend.amount()) {
            return Decision.unchanged(before, new Outcome.Insufficient(before.id(), available, spend.amount()));
        }
        return booking.done(booking.spend(spend));
    }

    private static Decision decideCredit(Account before, Booking booking, Operation credit, LotTerms terms) {
        if (booking.balance() > LedgerLimits.MAX_BALANCE - credit.amount()) {
            return Decision.unchanged(before, new Outcome.OverLimit(before.id(), booking.balance(), credit.amount()));
        }
        return booking.done(booking.credit(credit, terms));
    }

    private static LotTerms termsOf(Operation credit, Instant at) {
        if (credit instanceof Purchase) {
            return LotTerms.PURCHASED;
        }
        LotTerms terms = ((Grant) credit).terms();
        if (terms.expiredAt(at)) {
            throw new InvalidValueException("expiresAt", String.valueOf(terms.expiresAt()), "a time after " + at);
        }
        return terms;
    }
}
