package io.tokeneconomy.ledger.store;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.engine.Draft;
import io.tokeneconomy.ledger.rules.Answers;
import io.tokeneconomy.ledger.rules.Decision;
import io.tokeneconomy.ledger.rules.Histories.Request;
import io.tokeneconomy.ledger.rules.HistoryCheck;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.rules.Salts;
import io.tokeneconomy.ledger.rules.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /** {@return what came of several operations, booked one after another in one update} */
    public List<Object> applyAll(List<Request> requests) {
        return store.update(scopeOf(requests), before -> decide(before, requests));
    }

    /** Books what is due by itself. */
    public void settle(AccountId id, Instant now) {
        store.update(Scope.NOTHING.account(id), before -> {
            Settlement due = LedgerRules.settle(before.account(id), now);
            Changes<String> none = Changes.none("");
            return due.entries().isEmpty() ? none : none.booking(due.account(), due.entries());
        });
    }

    static Scope scopeOf(List<Request> requests) {
        Set<AccountId> accounts = new HashSet<>();
        Set<IdempotencyKey> keys = new HashSet<>();
        for (Request request : requests) {
            accounts.addAll(request.operation().accounts());
            keys.addAll(request.operation().keys());
        }
        return Scope.of(accounts, keys);
    }

    static Changes<List<Object>> decide(Snapshot before, List<Request> requests) {
        Draft draft = new Draft(before, Salts::of);
        List<Object> answers = new ArrayList<>();
        for (Request request : requests) {
            answers.add(Answers.of(() -> {
                Decision decision = LedgerRules.decide(draft, request.operation(), request.now());
                draft.take(decision);
                return decision.outcome();
            }));
        }
        return draft.changes(answers);
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

    /** {@return all accounts that match, read in pages} */
    public List<AccountId> accounts(AccountQuery query) {
        List<AccountId> accounts = new ArrayList<>();
        AccountQuery next = query;
        Page<AccountId> page;
        do {
            page = store.accounts(next);
            accounts.addAll(page.items());
            AccountId last = page.items().isEmpty() ? null : accounts.get(accounts.size() - 1);
            next = new AccountQuery(last, query.dueBy(), query.limit());
        } while (page.hasMore());
        return accounts;
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
        return verify(account(id), history(id));
    }

    static Verification verify(Account account, List<LedgerEntry> history) {
        HistoryCheck check = new HistoryCheck(account);
        history.forEach(check::accept);
        return check.finish(account);
    }
}
