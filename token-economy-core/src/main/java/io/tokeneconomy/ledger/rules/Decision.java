package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Outcome;
import java.util.List;

/**
 * What the rules decided.
 *
 * @param accounts the accounts that changed, as they are afterwards; empty for a replay or a refusal
 * @param entries the entries to append, in order; empty for a replay or a refusal
 * @param outcome what to tell the caller
 */
public record Decision(List<Account> accounts, List<LedgerEntry> entries, Outcome outcome) {

    /** Copies the lists. */
    public Decision {
        accounts = List.copyOf(accounts);
        entries = List.copyOf(entries);
    }

    static Decision unchanged(Outcome outcome) {
        return new Decision(List.of(), List.of(), outcome);
    }
}
