package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Movement;
import io.tokeneconomy.ledger.Verification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Replays an account's history, entry by entry from the first, and compares where it leads with the account. Holds the
 * open lots in memory, nothing else.
 */
public final class HistoryCheck {

    private final AccountId account;
    private final Map<Long, Lot> lots = new TreeMap<>();
    private long sequence;
    private long balance;
    private Digest head = Digest.ZERO;
    private Instant lastEntryAt = Instant.EPOCH;
    private Optional<Verification> fault = Optional.empty();

    /** @param account whose history */
    public HistoryCheck(AccountId account) {
        this.account = account;
    }

    /**
     * Takes the next entry.
     *
     * @return whether the history is whole so far
     */
    public boolean accept(LedgerEntry entry) {
        if (fault.isEmpty()) {
            fault = faultIn(entry).map(reason -> new Verification.Broken(account, sequence + 1, reason));
            fault.ifPresentOrElse(broken -> {}, () -> advance(entry));
        }
        return fault.isEmpty();
    }

    /** {@return the finding, once every entry up to the account's sequence was accepted} */
    public Verification finish(Account state) {
        return fault.orElseGet(() -> matches(state)
                ? new Verification.Intact(account, sequence, head)
                : new Verification.Broken(account, sequence + 1, "the history does not lead to the account's state"));
    }

    private Optional<String> faultIn(LedgerEntry entry) {
        if (!entry.account().equals(account)) {
            return Optional.of("it belongs to account " + entry.account());
        }
        if (entry.sequence() != sequence + 1) {
            return Optional.of("it is missing, the next one found is " + entry.sequence());
        }
        if (!entry.seal().previous().equals(head)) {
            return Optional.of("its previous hash is not the hash of the entry before");
        }
        if (!entry.seal().hash().equals(Chain.hash(entry))) {
            return Optional.of("its hash does not fit its content");
        }
        if (entry.at().isBefore(lastEntryAt)) {
            return Optional.of("it is dated before the entry ahead of it");
        }
        if (entry.balanceAfter() != balance + entry.amount()) {
            return Optional.of("its balance does not follow from the entry before");
        }
        return faultInLots(entry);
    }

    private Optional<String> faultInLots(LedgerEntry entry) {
        Movement movement = entry.movement();
        List<Allocation> allocations = movement.allocations();
        long allocated = allocations.stream().mapToLong(Allocation::amount).sum();
        if (allocated != Math.abs(movement.amount())) {
            return Optional.of("its allocations do not add up to its amount");
        }
        if (movement.amount() > 0) {
            boolean own = movement.terms() != null
                    && allocations.size() == 1
                    && allocations.get(0).lot() == entry.sequence();
            return own ? Optional.empty() : Optional.of("it opens no lot of its own");
        }
        if (movement.terms() != null) {
            return Optional.of("it takes tokens, so it cannot open a lot");
        }
        return overdrawn(allocations) ? Optional.of("it takes more from a lot than is left") : Optional.empty();
    }

    private boolean overdrawn(List<Allocation> allocations) {
        Map<Long, Long> taken = new HashMap<>();
        allocations.forEach(allocation -> taken.merge(allocation.lot(), allocation.amount(), Math::addExact));
        return taken.entrySet().stream().anyMatch(e -> {
            Lot lot = lots.get(e.getKey());
            return lot == null || lot.remaining() < e.getValue();
        });
    }

    private void advance(LedgerEntry entry) {
        sequence = entry.sequence();
        balance = entry.balanceAfter();
        head = entry.seal().hash();
        lastEntryAt = entry.at();
        LotTerms terms = entry.movement().terms();
        if (terms != null) {
            lots.put(sequence, new Lot(sequence, entry.amount(), entry.amount(), terms));
            return;
        }
        List<Lot> left =
                Lots.without(List.copyOf(lots.values()), entry.movement().allocations());
        lots.clear();
        left.forEach(lot -> lots.put(lot.number(), lot));
    }

    private boolean matches(Account state) {
        return state.sequence() == sequence
                && state.balance() == balance
                && state.head().equals(head)
                && state.lastEntryAt().equals(lastEntryAt)
                && state.lots().equals(List.copyOf(lots.values()));
    }
}
