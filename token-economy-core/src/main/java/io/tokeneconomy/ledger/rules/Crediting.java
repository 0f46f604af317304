package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Purchase;

/** Tokens given and bought. */
final class Crediting {

    private final Booking booking;

    Crediting(Booking booking) {
        this.booking = booking;
    }

    LedgerEntry grant(Grant grant) {
        LotTerms terms = grant.terms();
        requireTime(terms);
        requireLots(booking.account(), 1);
        requireRoom(booking.account(), grant.amount());
        return booking.credit(EntryType.GRANT, grant.amount(), terms, 0, grant);
    }

    /** Money that was paid is credited whatever the account's status, and however many lots it has. */
    LedgerEntry purchase(Purchase purchase) {
        requireTime(purchase.terms());
        requireRoom(booking.account(), purchase.amount());
        return booking.credit(EntryType.PURCHASE, purchase.amount(), purchase.terms(), 0, purchase);
    }

    private void requireTime(LotTerms terms) {
        if (terms.expiredAt(booking.at())) {
            throw new InvalidValueException(
                    "expiresAt", String.valueOf(terms.expiresAt()), "a time after " + booking.at());
        }
    }

    static void requireLots(Account account, int more) {
        if (account.settings().status() == AccountStatus.CLOSED) {
            throw Refused.with(new Outcome.NotOpen(account.id(), AccountStatus.CLOSED));
        }
        if (Lots.count(account) > LedgerLimits.MAX_LOTS - more) {
            throw Refused.with(new Outcome.TooMany(account.id(), "lots", LedgerLimits.MAX_LOTS));
        }
    }

    static void requireRoom(Account account, long amount) {
        long tokens = account.totals().available() + account.totals().held();
        if (tokens > LedgerLimits.MAX_BALANCE - amount) {
            throw Refused.with(new Outcome.OverLimit(account.id(), account.balance(), amount));
        }
    }
}
