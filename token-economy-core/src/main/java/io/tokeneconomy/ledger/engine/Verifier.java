package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.rules.HistoryCheck;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.StoreException;
import java.util.List;

/** Checks one account's whole history against its state, page by page. */
final class Verifier {

    private static final int PAGE = 500;

    private final LedgerStore store;
    private final AccountId account;
    private final HistoryCheck check;
    private long sequence;

    Verifier(LedgerStore store, AccountId account) {
        this.store = store;
        this.account = account;
        this.check = new HistoryCheck(account);
    }

    Verification verify() {
        Account state = state();
        boolean whole = true;
        try {
            while (whole && sequence < state.sequence()) {
                whole = acceptPage((int) Math.min(PAGE, state.sequence() - sequence));
            }
        } catch (StoreException e) {
            return unreadable(e);
        }
        return whole && runsOnBeyond(state) ? setBack() : check.finish(state);
    }

    private boolean acceptPage(int limit) {
        List<LedgerEntry> page = page(limit);
        for (LedgerEntry entry : page) {
            if (!check.accept(entry)) {
                return false;
            }
            sequence = entry.sequence();
        }
        return !page.isEmpty();
    }

    /** A page with an entry that nobody can read is read entry by entry, to find it. */
    private List<LedgerEntry> page(int limit) {
        try {
            return entries(limit);
        } catch (StoreException e) {
            if (e.retryable() || limit == 1) {
                throw e;
            }
            return entries(1);
        }
    }

    private Verification unreadable(StoreException trouble) {
        if (trouble.retryable()) {
            throw trouble;
        }
        return new Verification.Broken(account, sequence + 1, "it cannot be read: " + trouble.getMessage());
    }

    /** Entries past the account's last one, while the account stands still: somebody set the account back. */
    private boolean runsOnBeyond(Account state) {
        return !entries(1).isEmpty() && state().equals(state);
    }

    private Verification setBack() {
        return new Verification.Broken(
                account, sequence + 1, "the account's state does not know it, nor anything after it");
    }

    private List<LedgerEntry> entries(int limit) {
        return store.entries(EntryQuery.after(account, sequence, limit)).items();
    }

    private Account state() {
        return store.read(Scope.NOTHING.account(account)).account(account);
    }
}
