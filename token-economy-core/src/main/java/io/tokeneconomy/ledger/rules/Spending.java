package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Remainder;
import io.tokeneconomy.ledger.Spend;
import java.util.List;

/** Tokens used: from lots first, beyond them from the overdraft. */
final class Spending {

    private final Booking booking;

    Spending(Booking booking) {
        this.booking = booking;
    }

    LedgerEntry spend(Spend wanted) {
        Account account = booking.account();
        requireSpendable(account, wanted.amount());
        SpendLimits.check(account, wanted.member(), wanted.amount(), booking.at());
        Effects effects = Effects.of(taking(account, wanted.amount())).by(wanted.member());
        return booking.book(EntryType.SPEND, -wanted.amount(), effects, wanted);
    }

    LedgerEntry spend(MeteredSpend use) {
        Account account = booking.account();
        Meters.Charge charge = Meters.charge(account, use);
        requireRoom(account, charge);
        requireSpendable(account, charge.tokens());
        SpendLimits.check(account, use.member(), charge.tokens(), booking.at());
        Effects effects = Effects.of(taking(account, charge.tokens()))
                .metering(charge.metering())
                .by(use.member());
        return booking.book(EntryType.SPEND, -charge.tokens(), effects, use);
    }

    static void requireOpen(Account account) {
        AccountStatus status = account.settings().status();
        if (status != AccountStatus.OPEN) {
            throw Refused.with(new Outcome.NotOpen(account.id(), status));
        }
    }

    static void requireSpendable(Account account, long amount) {
        long spendable = account.totals().available() + overdraft(account);
        if (spendable < amount) {
            throw Refused.with(new Outcome.Insufficient(account.id(), spendable, amount));
        }
    }

    /** What the account may still owe. */
    static long overdraft(Account account) {
        return Math.max(
                0, account.settings().overdraftLimit() - account.totals().debt());
    }

    private static List<Allocation> taking(Account account, long amount) {
        return Lots.take(account.lots(), Math.min(amount, account.totals().available()));
    }

    private static void requireRoom(Account account, Meters.Charge charge) {
        var remainders = account.counters().remainders();
        boolean another = !charge.metering().carried().equals(Remainder.ZERO)
                && !remainders.containsKey(charge.metering().meter());
        if (another && remainders.size() >= LedgerLimits.MAX_METERS) {
            throw Refused.with(new Outcome.TooMany(account.id(), "meters", LedgerLimits.MAX_METERS));
        }
    }
}
