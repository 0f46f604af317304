package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.LedgerEntry;
import java.util.List;

/**
 * What is due by itself.
 *
 * @param account the account afterwards; the same as before when nothing is due
 * @param entries the entries to append, in order; empty when nothing is due
 */
public record Settlement(Account account, List<LedgerEntry> entries) {

    /** Copies the list. */
    public Settlement {
        entries = List.copyOf(entries);
    }
}
