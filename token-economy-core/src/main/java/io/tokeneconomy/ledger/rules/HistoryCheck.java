package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.Hold;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Totals;
import io.tokeneconomy.ledger.Verification;
import java.util.Optional;

/**
 * Replays an account's history, entry by entry from the first, and compares where it leads with the account. Holds the
 * account's state in memory, nothing else.
 */
public final class HistoryCheck {

    private final AccountId id;
    private Account account;
    private Optional<Verification> fault = Optional.empty();

    /** @param known the account whose history it is; only its id and its salt are believed */
    public HistoryCheck(Account known) {
        this.id = known.id();
        this.account = Account.unused(id).withSalt(known.salt());
    }

    /**
     * Takes the next entry.
     *
     * @return whether the history is whole so far
     */
    public boolean accept(LedgerEntry entry) {
        if (fault.isEmpty()) {
            fault = faultIn(entry).map(reason -> new Verification.Broken(id, account.sequence() + 1, reason));
        }
        return fault.isEmpty();
    }

    /** {@return the finding, once every entry up to the account's sequence was accepted} */
    public Verification finish(Account state) {
        return fault.orElseGet(() -> state.equals(account)
                ? new Verification.Intact(id, account.sequence(), account.head())
                : new Verification.Broken(
                        id, account.sequence() + 1, "the history does not lead to the account's state"));
    }

    private Optional<String> faultIn(LedgerEntry entry) {
        if (!entry.account().equals(id)) {
            return Optional.of("it belongs to account " + entry.account());
        }
        if (entry.sequence() != account.sequence() + 1) {
            return Optional.of("it is missing, the next one found is " + entry.sequence());
        }
        Digest kept = entry.seal().erased();
        if (kept != null && !account.salt().equals(Digest.ZERO)) {
            return Optional.of("it is erased, its account is not");
        }
        if (kept != null && !PersonErasure.isDone(entry)) {
            return Optional.of("it is erased, yet says something about a person");
        }
        Digest personal = kept == null ? Chain.personal(entry, account.salt()) : kept;
        if (!entry.seal().hash().equals(Chain.hash(account.head(), entry, personal))) {
            return Optional.of("its hash does not fit its content and the entry before");
        }
        if (entry.at().isBefore(account.lastEntryAt())) {
            return Optional.of("it is dated before the entry ahead of it");
        }
        return faultInNumbers(entry);
    }

    private Optional<String> faultInNumbers(LedgerEntry entry) {
        if (entry.movement().after().settled() != account.balance() + entry.amount()) {
            return Optional.of("its balance does not follow from the entry before");
        }
        try {
            Account next = Transition.apply(account, entry);
            Optional<String> wrong = faultInTotals(next);
            account = wrong.isPresent() ? account : next;
            return wrong;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> faultInTotals(Account account) {
        Totals totals = account.totals();
        long held = account.holds().stream().mapToLong(Hold::amount).sum();
        if (totals.held() != held || totals.available() != Lots.sum(account.lots())) {
            return Optional.of("its totals are not those of its lots and holds");
        }
        return totals.debt() > 0 && totals.available() > 0
                ? Optional.of("it leaves a debt unpaid beside tokens")
                : Optional.empty();
    }
}
