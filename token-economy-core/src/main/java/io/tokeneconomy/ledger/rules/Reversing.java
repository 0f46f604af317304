package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Clawback;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Lapse;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Reinstatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tokens taken back because their payment was, and given again when it turns out that it was not. */
final class Reversing {

    private final Books books;
    private final Booking booking;

    Reversing(Books books, Booking booking) {
        this.books = books;
        this.booking = booking;
    }

    LedgerEntry clawback(Clawback wanted) {
        Account account = booking.account();
        LedgerEntry source = credit(account, wanted.source());
        long there = Math.min(wanted.amount(), account.totals().available());
        long owed = wanted.policy() == ClawbackPolicy.FLOOR ? 0 : wanted.amount() - there;
        if (account.totals().debt() > LedgerLimits.MAX_BALANCE - owed) {
            throw Refused.with(new Outcome.OverLimit(account.id(), account.balance(), -wanted.amount()));
        }
        Effects effects =
                Effects.of(taking(account.lots(), source.sequence(), there)).about(source.sequence());
        boolean blocks = wanted.policy() == ClawbackPolicy.BLOCK
                && owed > 0
                && account.settings().status() == AccountStatus.OPEN;
        return booking.book(
                EntryType.CLAWBACK,
                -there - owed,
                blocks ? effects.configuring(account.settings().withStatus(AccountStatus.BLOCKED)) : effects,
                wanted);
    }

    LedgerEntry reinstate(Reinstatement wanted) {
        Account account = booking.account();
        LedgerEntry source = credit(account, wanted.source());
        Crediting.requireRoom(account, wanted.amount());
        LotTerms terms = Objects.requireNonNull(source.movement().effects().terms());
        return booking.credit(EntryType.REINSTATE, wanted.amount(), usable(terms), source.sequence(), wanted);
    }

    /** Only what the credit's own lot still has. */
    LedgerEntry lapse(Lapse wanted) {
        Account account = booking.account();
        LedgerEntry source = credit(account, wanted.source());
        Lot lot = account.lots().stream()
                .filter(each -> each.number() == source.sequence())
                .findFirst()
                .orElseThrow(() -> Refused.with(new Outcome.UnknownSource(account.id(), wanted.source())));
        long there = Math.min(wanted.amount(), lot.remaining());
        Effects effects =
                Effects.of(List.of(new Allocation(lot.number(), -there))).about(lot.number());
        return booking.book(EntryType.EXPIRE, -there, effects, wanted);
    }

    /** Paid tokens that come back after their time do not end: others were taken in their place. */
    private LotTerms usable(LotTerms terms) {
        return terms.funding() == Funding.PAID && terms.expiredAt(booking.at())
                ? new LotTerms(null, terms.priority(), terms.funding())
                : terms;
    }

    private LedgerEntry credit(Account account, IdempotencyKey key) {
        return books.entry(key)
                .filter(entry -> entry.account().equals(account.id()))
                .filter(entry -> entry.movement().effects().terms() != null)
                .orElseThrow(() -> Refused.with(new Outcome.UnknownSource(account.id(), key)));
    }

    private static List<Allocation> taking(List<Lot> lots, long source, long amount) {
        List<Allocation> taken = new ArrayList<>();
        List<Lot> others = new ArrayList<>();
        long missing = amount;
        for (Lot lot : lots) {
            if (lot.number() == source && missing > 0) {
                long part = Math.min(missing, lot.remaining());
                taken.add(new Allocation(source, -part));
                missing -= part;
            } else {
                others.add(lot);
            }
        }
        taken.addAll(Lots.take(others, missing));
        return taken;
    }
}
