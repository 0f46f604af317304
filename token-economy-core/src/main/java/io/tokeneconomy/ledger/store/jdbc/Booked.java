package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.ChainTip;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an update books: entries, and the accounts they lead to.
 *
 * @param created accounts that get their first entry, by id
 * @param changed accounts that had entries before, by id
 * @param entries the entries
 * @param news backlogs to add where there is none
 */
record Booked(List<Account> created, List<Changed> changed, List<LedgerEntry> entries, List<Backlog> news) {

    /**
     * An account that had entries before.
     *
     * @param account the account in its new state
     * @param from its last entry before this update, which must still be its last one
     */
    record Changed(Account account, ChainTip from) {}

    static Booked of(Snapshot before, Changes<?> changes) {
        List<Account> created = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (Account account : latest(changes.accounts())) {
            Account known = before.account(account.id());
            if (known.sequence() == account.sequence()) {
                continue;
            }
            if (known.sequence() == 0) {
                created.add(account);
            } else {
                changed.add(new Changed(account, known.tip()));
            }
        }
        return new Booked(created, changed, changes.entries(), changes.news());
    }

    boolean isEmpty() {
        return created.isEmpty() && changed.isEmpty() && entries.isEmpty() && news.isEmpty();
    }

    /** Of several states of the same account the last one counts; accounts in the order of their locks. */
    private static Collection<Account> latest(List<Account> accounts) {
        if (accounts.size() < 2) {
            return accounts;
        }
        Map<String, Account> latest = new TreeMap<>();
        accounts.forEach(account -> latest.put(account.id().value(), account));
        return latest.values();
    }
}
