package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Outcome;
import java.util.List;

/**
 * What the rules decided.
 *
 * @param account the account afterwards; the same as before when nothing is booked
 * @param entries the entries to append, in order; empty for a replay or a refusal
 * @param outcome what to tell the caller
 */
public record Decision(Account account, List<LedgerEntry> entries, Outcome outcome) {

    /** Copies the list. */
    public Decision {
        entries = List.copyOf(entries);
    }

    static Decision unchanged(Account account, Outcome outcome) {
        return new Decision(account, List.of(), outcome);
    }
}
