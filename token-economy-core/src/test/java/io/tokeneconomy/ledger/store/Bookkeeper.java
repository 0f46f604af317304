package io.tokeneconomy.ledger.store;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.engine.Draft;
import io.tokeneconomy.ledger.rules.Decision;
import io.tokeneconomy.ledger.rules.HistoryCheck;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.rules.Salts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Books operations on a store by the real rules, one update each, and reads them back. */
public final class Bookkeeper {

    private final LedgerStore store;

    /** @param store where to book */
    public Bookkeeper(LedgerStore store) {
        this.store = store;
    }

    /** Books one operation. */
    public Outcome apply(Operation operation, Instant now) {
        return store.update(scopeOf(operation), before -> decide(before, operation, now));
    }

    /** {@return what an operation looks at} */
    public static Scope scopeOf(Operation operation) {
        return Scope.of(operation.accounts(), operation.keys());
    }

    /** {@return the decision of the real rules as changes} */
    public static Changes<Outcome> decide(Snapshot before, Operation operation, Instant now) {
        Draft draft = new Draft(before, Salts::of);
        Decision decision = LedgerRules.decide(draft, operation, now);
        draft.take(decision);
        return draft.changes(decision.outcome());
    }

    /** {@return the account as last committed} */
    public Account account(AccountId id) {
        return store.read(Scope.NOTHING.account(id)).account(id);
    }

    /** {@return the whole history, oldest first, read in pages} */
    public List<LedgerEntry> history(AccountId id) {
        List<LedgerEntry> history = new ArrayList<>();
        Page<LedgerEntry> page;
        do {
            page = store.entries(EntryQuery.after(id, history.size(), EntryQuery.MAX_LIMIT));
            history.addAll(page.items());
        } while (page.hasMore());
        return history;
    }

    /** {@return the check of the whole history against the account} */
    public Verification verify(AccountId id) {
        Account account = account(id);
        HistoryCheck check = new HistoryCheck(account);
        history(id).forEach(check::accept);
        return check.finish(account);
    }
}
