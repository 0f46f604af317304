package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Movement;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Seal;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.ledger.Transfer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One account's page while it is being written: appends entries and keeps the account in step. */
final class Booking {

    private final Instant at;
    private final List<LedgerEntry> entries = new ArrayList<>(1);
    private Account account;

    /**
     * @param account the account as it stands
     * @param now the time of booking; an entry is never dated before the one ahead of it
     */
    Booking(Account account, Instant now) {
        this.account = account;
        Instant micros = now.truncatedTo(ChronoUnit.MICROS);
        this.at = micros.isBefore(account.lastEntryAt()) ? account.lastEntryAt() : micros;
    }

    /** When the entries are dated. */
    Instant at() {
        return at;
    }

    Account account() {
        return account;
    }

    List<LedgerEntry> entries() {
        return entries;
    }

    /** Books what happens by itself: holds time out, lots expire. */
    void settle() {
        for (Hold hold : account.holds()) {
            if (hold.expiredAt(at)) {
                bookByItself(
                        EntryType.TIMEOUT,
                        hold.number(),
                        0,
                        Holding.givingBack(hold, account.totals().debt()));
            }
        }
        for (Lot lot : Lots.inBurnOrder(account.lots())) {
            if (lot.terms().expiredAt(at)) {
                Effects all = Effects.of(List.of(new Allocation(lot.number(), -lot.remaining())));
                bookByItself(EntryType.EXPIRE, lot.number(), -lot.remaining(), all);
            }
        }
    }

    /** Books tokens in, as a lot of their own; they pay debts first. */
    LedgerEntry credit(EntryType type, long amount, LotTerms terms, long source, Operation operation) {
        PurchaseDetails sale = operation instanceof Purchase purchase ? purchase.purchase() : null;
        Effects effects = crediting(amount, terms).about(source);
        return append(type, operation.key(), amount, effects, operation.details(), sale, fingerprint(operation));
    }

    /** Books tokens in that another account sends. Nobody asks for this under its key: it has nothing to tell apart. */
    LedgerEntry receive(long amount, LotTerms terms, Transfer transfer, IdempotencyKey key) {
        Digest fingerprint = Fingerprint.ofItself("transfer_in", nextSequence(), account.salt());
        Effects effects = crediting(amount, terms);
        return append(EntryType.TRANSFER_IN, key, amount, effects, transfer.details(), null, fingerprint);
    }

    /** Books tokens out that another account receives. */
    LedgerEntry send(Transfer transfer, Effects effects, Digest receiver) {
        Digest fingerprint = Fingerprint.ofTransfer(transfer, account.salt(), receiver);
        return append(
                EntryType.TRANSFER_OUT,
                transfer.key(),
                -transfer.amount(),
                effects,
                transfer.details(),
                null,
                fingerprint);
    }

    /** Books what an operation asked for, as one entry. */
    LedgerEntry book(EntryType type, long amount, Effects effects, Operation operation) {
        return append(type, operation.key(), amount, effects, operation.details(), null, fingerprint(operation));
    }

    /** The number that the next entry will have. */
    long nextSequence() {
        return account.sequence() + 1;
    }

    private Effects crediting(long amount, LotTerms terms) {
        long left = amount - Math.min(amount, account.totals().debt());
        List<Allocation> own = left == 0 ? List.of() : List.of(new Allocation(nextSequence(), left));
        return Effects.of(own).opening(terms);
    }

    private Digest fingerprint(Operation operation) {
        return Fingerprint.of(operation, account.salt());
    }

    private void bookByItself(EntryType type, long number, long amount, Effects effects) {
        String what = type.name().toLowerCase(Locale.ROOT);
        IdempotencyKey key = IdempotencyKey.reserved(what, account.head().hex());
        Digest fingerprint = Fingerprint.ofItself(what, number, account.salt());
        append(type, key, amount, effects, Details.NONE, null, fingerprint);
    }

    private LedgerEntry append(
            EntryType type,
            IdempotencyKey key,
            long amount,
            Effects effects,
            Details details,
            @Nullable PurchaseDetails sale,
            Digest fingerprint) {
        Movement movement = new Movement(type, amount, totals(amount, effects), effects);
        LedgerEntry open = new LedgerEntry(
                account.id(),
                nextSequence(),
                at,
                key,
                movement,
                details,
                sale,
                new Seal(fingerprint, Digest.ZERO, null));
        Digest hash = Chain.hash(account.head(), open, Chain.personal(open, account.salt()));
        LedgerEntry entry = open.sealed(new Seal(fingerprint, hash, null));
        account = Transition.apply(account, entry);
        entries.add(entry);
        return entry;
    }

    /** The law of the ledger: an amount is what lots and holds gain, less what the debt grows. */
    private Totals totals(long amount, Effects effects) {
        HoldChange hold = effects.hold();
        long held = hold == null ? 0 : Lots.sumOf(hold.parts());
        long debt = Lots.sumOf(effects.lots()) + held - amount;
        Totals before = account.totals();
        return new Totals(before.settled() + amount, before.held() + held, before.debt() + debt);
    }
}
