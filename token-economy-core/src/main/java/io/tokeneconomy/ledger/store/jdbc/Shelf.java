package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Accounts as this store last committed them. Thread-safe.
 *
 * <p>Another process may have changed an account since. Nothing rests on one from here unless the database confirms, by
 * its head, that it is still the same. One that was not is left off for a while, longer each time.
 */
final class Shelf {

    /** More open lots and holds than these are read anew rather than kept. */
    private static final int LARGEST = 100;

    /** So many accounts that others write are remembered, too. */
    private static final int MOST_CONTESTED = 1_000;

    private static final int PATIENCE = 3;
    private static final int LONGEST_ABSENCE = 256;

    private final int capacity;
    private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    private final Map<AccountId, Contest> contested = new LinkedHashMap<>();

    /** How often an account was found changed by others, and how often it is to be passed over before it may come back. */
    private record Contest(int lost, int absence) {}

    Shelf(int capacity) {
        this.capacity = capacity;
    }

    /** {@return all of these accounts; none when one of them is not there} */
    synchronized Map<AccountId, Account> find(Collection<AccountId> ids) {
        Map<AccountId, Account> found = new HashMap<>(2 * ids.size());
        for (AccountId id : ids) {
            Account account = accounts.get(id);
            if (account == null) {
                return Map.of();
            }
            found.put(id, account);
        }
        return found;
    }

    /** Puts accounts there as they were committed; of two states the later one stays. */
    synchronized void putAll(Collection<Account> committed) {
        for (Account account : committed) {
            put(account);
        }
    }

    /** Forgets an account. */
    synchronized void forget(AccountId id) {
        accounts.remove(id);
    }

    /** Forgets accounts that were found here, and leaves those that have been put here since. */
    synchronized void drop(Collection<Account> found) {
        found.forEach(account -> accounts.remove(account.id(), account));
    }

    /** Says that others have changed an account since it was put here. */
    synchronized void lost(AccountId id) {
        Contest known = contested.remove(id);
        int lost = known == null ? 1 : known.lost() + 1;
        int absence = lost < PATIENCE ? 0 : Math.min(LONGEST_ABSENCE, 1 << Math.min(lost, 8));
        contested.put(id, new Contest(lost, absence));
        dropEldest(contested, MOST_CONTESTED);
    }

    private void put(Account account) {
        if (account.sequence() == 0 || isAway(account.id())) {
            return;
        }
        Account other = accounts.get(account.id());
        if (other != null && other.sequence() > account.sequence()) {
            return;
        }
        if (account.lots().size() + account.holds().size() > LARGEST) {
            accounts.remove(account.id());
        } else {
            accounts.put(account.id(), account);
            dropEldest(accounts, capacity);
        }
    }

    private boolean isAway(AccountId id) {
        Contest contest = contested.isEmpty() ? null : contested.get(id);
        if (contest == null || contest.absence() == 0) {
            return false;
        }
        contested.put(id, new Contest(contest.lost(), contest.absence() - 1));
        return true;
    }

    private static void dropEldest(Map<?, ?> map, int most) {
        if (map.size() > most) {
            var eldest = map.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }
}
