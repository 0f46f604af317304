package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import java.time.Instant;
import java.util.List;

/** An account led through its history from the first entry, by the rules alone. */
public final class Fold {

    private Fold() {}

    /** {@return the account as its last entry booked at that time or before left it} */
    public static Account upTo(AccountId id, List<LedgerEntry> history, Instant time) {
        Account account = Account.unused(id);
        for (LedgerEntry entry : history) {
            if (entry.at().isAfter(time)) {
                return account;
            }
            account = Transition.apply(account, entry);
        }
        return account;
    }

    /** {@return the account at that time, with everything settled that was due by then} */
    public static Account at(AccountId id, List<LedgerEntry> history, Instant time) {
        return LedgerRules.settle(upTo(id, history, time), time).account();
    }
}
