package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Movement;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Purchase;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.Seal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One account's page while it is being written: appends entries and keeps lots, balance and chain in step. */
final class Booking {

    private final Instant at;
    private final List<LedgerEntry> entries = new ArrayList<>();
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

    long balance() {
        return account.balance();
    }

    void expireDueLots() {
        account.lots().stream()
                .filter(lot -> lot.terms().expiredAt(at))
                .sorted(Lot.BURN_ORDER)
                .forEach(this::expire);
    }

    LedgerEntry credit(Operation credit, LotTerms terms) {
        long number = account.sequence() + 1;
        List<Lot> lots = new ArrayList<>(account.lots());
        lots.add(new Lot(number, credit.amount(), credit.amount(), terms));
        Movement movement = new Movement(
                credit instanceof Purchase ? EntryType.PURCHASE : EntryType.GRANT,
                credit.amount(),
                account.balance() + credit.amount(),
                terms,
                List.of(new Allocation(number, credit.amount())));
        PurchaseDetails purchase = credit instanceof Purchase bought ? bought.purchase() : null;
        return append(credit.key(), movement, credit.details(), purchase, Fingerprint.of(credit), lots);
    }

    LedgerEntry spend(Operation spend) {
        List<Allocation> taken = Lots.take(account.lots(), spend.amount());
        return append(
                spend.key(),
                debit(EntryType.SPEND, spend.amount(), taken),
                spend.details(),
                null,
                Fingerprint.of(spend),
                Lots.without(account.lots(), taken));
    }

    Decision done(LedgerEntry entry) {
        return new Decision(account, entries, new Outcome.Applied(entry));
    }

    private void expire(Lot lot) {
        List<Allocation> all = List.of(new Allocation(lot.number(), lot.remaining()));
        Digest fingerprint = Fingerprint.ofExpiry(account.id(), lot.number());
        append(
                IdempotencyKey.reserved("expire", fingerprint.hex()),
                debit(EntryType.EXPIRE, lot.remaining(), all),
                Details.NONE,
                null,
                fingerprint,
                Lots.without(account.lots(), all));
    }

    private Movement debit(EntryType type, long amount, List<Allocation> taken) {
        return new Movement(type, -amount, account.balance() - amount, null, taken);
    }

    private LedgerEntry append(
            IdempotencyKey key,
            Movement movement,
            Details details,
            @Nullable PurchaseDetails purchase,
            Digest fingerprint,
            List<Lot> lotsAfter) {
        Seal open = new Seal(fingerprint, account.head(), Digest.ZERO);
        LedgerEntry draft =
                new LedgerEntry(account.id(), account.sequence() + 1, at, key, movement, details, purchase, open);
        Digest hash = Chain.hash(draft);
        LedgerEntry entry = new LedgerEntry(
                draft.account(),
                draft.sequence(),
                at,
                key,
                movement,
                details,
                purchase,
                new Seal(fingerprint, account.head(), hash));
        entries.add(entry);
        account = new Account(account.id(), movement.balanceAfter(), entry.sequence(), hash, at, lotsAfter);
        return entry;
    }
}
