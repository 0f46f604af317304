package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Adjustment;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Closure;
import io.tokeneconomy.ledger.Configuration;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Outcome;
import java.util.List;

/** What a person does to an account by hand. */
final class Handwork {

    private final Booking booking;

    Handwork(Booking booking) {
        this.booking = booking;
    }

    LedgerEntry adjust(Adjustment wanted) {
        Account account = booking.account();
        if (wanted.amount() > 0) {
            Crediting.requireLots(account, 1);
            Crediting.requireRoom(account, wanted.amount());
            return booking.credit(EntryType.ADJUST, wanted.amount(), LotTerms.FREE, 0, wanted);
        }
        long available = account.totals().available();
        if (available < -wanted.amount()) {
            throw Refused.with(new Outcome.Insufficient(account.id(), available, -wanted.amount()));
        }
        Effects effects = Effects.of(Lots.take(account.lots(), -wanted.amount()));
        return booking.book(EntryType.ADJUST, wanted.amount(), effects, wanted);
    }

    LedgerEntry configure(Configuration wanted) {
        return booking.book(EntryType.CONFIGURE, 0, Effects.NONE.configuring(wanted.settings()), wanted);
    }

    LedgerEntry close(Closure wanted) {
        Account account = booking.account();
        if (!account.holds().isEmpty()) {
            throw Refused.with(
                    new Outcome.HoldsOpen(account.id(), account.holds().size()));
        }
        if (account.settings().status() == AccountStatus.CLOSED) {
            throw Refused.with(new Outcome.NotOpen(account.id(), AccountStatus.CLOSED));
        }
        List<Allocation> everything = Lots.take(account.lots(), account.totals().available());
        Effects effects = Effects.of(everything).configuring(AccountSettings.DEFAULT.withStatus(AccountStatus.CLOSED));
        return booking.book(EntryType.CLOSE, -account.balance(), effects, wanted);
    }
}
