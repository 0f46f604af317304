package io.tokeneconomy.ledger.store;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether changes follow from a snapshot: inside its scope, without gaps, each account ending as its last entry. */
final class Fitting {

    private final Snapshot before;
    private final Map<AccountId, LedgerEntry> last = new HashMap<>();
    private final Set<IdempotencyKey> keys = new HashSet<>();

    Fitting(Snapshot before) {
        this.before = before;
    }

    void check(Changes<?> changes) {
        changes.orders().forEach(order -> before.order(order.id()));
        changes.customers().keySet().forEach(before::customer);
        changes.parked().forEach(payment -> before.parked(payment.sessionId()));
        changes.backlogs().keySet().forEach(before::backlog);
        changes.news().forEach(news -> before.account(news.key().account()));
        changes.entries().forEach(this::follow);
        Map<AccountId, Account> after = new HashMap<>();
        changes.accounts().forEach(account -> after.put(account.id(), account));
        after.values().forEach(this::requireSameEnd);
        last.keySet().forEach(id -> requireState(id, after));
    }

    private static void requireState(AccountId id, Map<AccountId, Account> after) {
        if (!after.containsKey(id)) {
            throw unfit("account " + id + " has entries but no state");
        }
    }

    private void follow(LedgerEntry entry) {
        AccountId id = entry.account();
        LedgerEntry earlier = last.get(id);
        long expected = (earlier == null ? before.account(id).sequence() : earlier.sequence()) + 1;
        if (entry.sequence() != expected) {
            throw unfit("account " + id + " needs entry " + expected + " next, not " + entry.sequence());
        }
        if (!keys.add(entry.key())) {
            throw unfit("key " + entry.key() + " names two new entries");
        }
        last.put(id, entry);
    }

    private void requireSameEnd(Account account) {
        LedgerEntry end = last.get(account.id());
        boolean fits = end == null ? account.equals(before.account(account.id())) : endsWith(account, end);
        if (!fits) {
            throw unfit("account " + account.id() + " does not end at its last entry");
        }
    }

    private static boolean endsWith(Account account, LedgerEntry end) {
        return account.sequence() == end.sequence()
                && account.head().equals(end.seal().hash())
                && account.lastEntryAt().equals(end.at())
                && account.totals().equals(end.movement().after());
    }

    private static IllegalArgumentException unfit(String why) {
        return new IllegalArgumentException(why);
    }
}
