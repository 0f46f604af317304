package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.rules.Histories.Request;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One step of a history that was booked.
 *
 * @param ledger the ledger after it
 * @param before both accounts before it
 * @param request what was asked for
 * @param answer what came of it
 */
record Watched(PureLedger ledger, Map<AccountId, Account> before, Request request, Object answer) {

    static final String NAME = "h";

    /** Looks at something after each step. */
    interface Check {
        void after(Watched step);
    }

    static PureLedger always(List<Step> steps, Check check) {
        PureLedger ledger = new PureLedger();
        for (Request request : Histories.requests(NAME, steps)) {
            Map<AccountId, Account> before = new HashMap<>();
            Histories.accounts(NAME).forEach(id -> before.put(id, ledger.account(id)));
            Object answer = Answers.of(() -> ledger.apply(request.operation(), request.now()));
            check.after(new Watched(ledger, before, request, answer));
        }
        return ledger;
    }

    List<AccountId> accounts() {
        return Histories.accounts(NAME);
    }

    Operation operation() {
        return request.operation();
    }

    Instant now() {
        return request.now();
    }

    Account was(AccountId id) {
        return before.getOrDefault(id, Account.unused(id));
    }

    Account is(AccountId id) {
        return ledger.account(id);
    }

    /** The entries that this step booked. */
    List<LedgerEntry> booked(AccountId id) {
        List<LedgerEntry> history = ledger.history(id);
        return history.subList((int) was(id).sequence(), history.size());
    }
}
