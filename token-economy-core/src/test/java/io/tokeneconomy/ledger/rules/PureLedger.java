package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ledger of the pure rules and three maps: what every store must agree with. */
public final class PureLedger {

    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final Map<AccountId, List<LedgerEntry>> histories = new HashMap<>();
    private final Map<IdempotencyKey, LedgerEntry> entries = new HashMap<>();

    /** Books one operation. */
    public Outcome apply(Operation operation, Instant now) {
        Decision decision =
                LedgerRules.decide(account(operation.account()), entries.get(operation.key()), operation, now);
        accounts.put(decision.account().id(), decision.account());
        for (LedgerEntry entry : decision.entries()) {
            histories.computeIfAbsent(entry.account(), id -> new ArrayList<>()).add(entry);
            entries.put(entry.key(), entry);
        }
        return decision.outcome();
    }

    /** Books a whole history. */
    static PureLedger of(List<Histories.Request> requests) {
        PureLedger ledger = new PureLedger();
        requests.forEach(request -> ledger.apply(request.operation(), request.now()));
        return ledger;
    }

    /** {@return the account} */
    public Account account(AccountId id) {
        return accounts.getOrDefault(id, Account.unused(id));
    }

    /** {@return its entries, oldest first} */
    public List<LedgerEntry> history(AccountId id) {
        return histories.getOrDefault(id, List.of());
    }

    static Verification verify(Account account, List<LedgerEntry> history) {
        HistoryCheck check = new HistoryCheck(account.id());
        history.forEach(check::accept);
        return check.finish(account);
    }
}
