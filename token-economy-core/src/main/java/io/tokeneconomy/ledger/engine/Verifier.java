package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Digest;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.rules.HistoryCheck;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.StoreException;
import java.util.List;

/** Checks one account's whole history against its state, page by page. */
public final class Verifier {

    private static final int PAGE = 500;

    private final LedgerStore store;
    private final AccountId account;
    private long sequence;

    /**
     * @param store where everything is kept
     * @param account whose history
     */
    public Verifier(LedgerStore store, AccountId account) {
        this.store = store;
        this.account = account;
    }

    /** {@return intact, or the first entry that is wrong} */
    public Verification verify() {
        try {
            return check(state());
        } catch (StoreException e) {
            if (e.retryable()) {
                throw e;
            }
            return broken("it cannot be read: " + e.getMessage());
        }
    }

    private Verification check(Account state) {
        HistoryCheck check = new HistoryCheck(state);
        boolean whole = true;
        while (whole && sequence < state.sequence()) {
            whole = acceptPage(check, (int) Math.min(PAGE, state.sequence() - sequence));
        }
        if (whole && runsOnBeyond(state)) {
            return broken("the account's state does not know it, nor anything after it");
        }
        return whole && disguised(state) ? broken("it is erased, yet not closed") : check.finish(state);
    }

    /** An erasure takes the id out of the chain. One of an account in use would let anybody give its tokens to anybody. */
    private static boolean disguised(Account state) {
        return state.sequence() > 0
                && state.salt().equals(Digest.ZERO)
                && state.settings().status() != AccountStatus.CLOSED;
    }

    private boolean acceptPage(HistoryCheck check, int limit) {
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
            if (e.retryable()) {
                throw e;
            }
            return nextAlone();
        }
    }

    /** Entries past the account's last one, while the account stands still: somebody set the account back. */
    private boolean runsOnBeyond(Account state) {
        return !nextAlone().isEmpty() && state().equals(state);
    }

    private Verification broken(String reason) {
        return new Verification.Broken(account, sequence + 1, reason);
    }

    private List<LedgerEntry> entries(int limit) {
        return store.entries(EntryQuery.after(account, sequence, limit)).items();
    }

    /** Looks back from behind it, so that a store that reads one row more meets an entry known to be readable. */
    private List<LedgerEntry> nextAlone() {
        List<LedgerEntry> found =
                store.entries(EntryQuery.before(account, sequence + 2, 1)).items();
        return found.stream().filter(entry -> entry.sequence() > sequence).toList();
    }

    private Account state() {
        return store.read(Scope.NOTHING.account(account)).account(account);
    }
}
