package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Sweep;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.rules.Settlement;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.AccountsLockedException;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books what is due in accounts that nobody touches. Asks the store who is due, and settles them batch by batch; what
 * another thread or process settled meanwhile is not due any more when its batch is decided. Thread-safe.
 */
final class Sweeper {

    /** Accounts of one update: a commit's cost is shared, and nobody waits long for a lock. */
    static final int BATCH = 25;

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final LedgerStore store;
    private final InstantSource time;
    private final Watcher watcher;
    private final NearEnds nearEnds;

    Sweeper(LedgerStore store, InstantSource time, Watcher watcher) {
        this.store = store;
        this.time = time;
        this.watcher = watcher;
        this.nearEnds = new NearEnds(store, watcher);
    }

    Sweep sweep(int limit) {
        Checks.range("limit", limit, 1, LedgerLimits.MAX_SWEEP);
        Run run = new Run(time.instant());
        AccountId after = null;
        boolean more = true;
        int left = limit;
        while (left > 0 && more) {
            Page<AccountId> page = store.accounts(new AccountQuery(after, run.now, Math.min(BATCH, left)));
            int failed = run.failed;
            run.settle(page.items());
            more = page.hasMore();
            after = last(page.items());
            // the next sweep meets those that failed again: were they counted, it might never get past them
            left -= page.items().size() - (run.failed - failed);
        }
        boolean nearer = !more && watcher.wantsExpiringSoon() && nearEnds.look(Math.max(left, 1), run.now);
        return new Sweep(run.accounts, run.entries, run.failed, more || nearer);
    }

    private static @Nullable AccountId last(List<AccountId> accounts) {
        return accounts.isEmpty() ? null : accounts.get(accounts.size() - 1);
    }

    /** One sweep's time and tally. */
    private final class Run {

        private final Instant now;
        private int accounts;
        private int entries;
        private int failed;

        private Run(Instant now) {
            this.now = now;
        }

        /** An account that cannot be settled must not keep its neighbours, nor those after it, from being settled. */
        private void settle(List<AccountId> batch) {
            try {
                book(batch);
            } catch (AccountsLockedException e) {
                leaveOut(e, batch);
            } catch (RuntimeException e) {
                if (e instanceof StoreException trouble && trouble.retryable()) {
                    throw e;
                } else if (batch.size() > 1) {
                    batch.forEach(account -> settle(List.of(account)));
                } else {
                    failed++;
                    LOG.error("❌ Cannot settle account {}: it stays due", batch.get(0), e);
                }
            }
        }

        /** The next sweep finds them still due. */
        private void leaveOut(AccountsLockedException why, List<AccountId> batch) {
            Set<AccountId> locked = batch.size() == 1 ? Set.copyOf(batch) : why.accounts();
            if (locked.isEmpty()) {
                batch.forEach(account -> settle(List.of(account)));
                return;
            }
            failed += locked.size();
            LOG.info("Accounts {} are locked by others: they stay due", locked, why);
            settle(batch.stream().filter(account -> !locked.contains(account)).toList());
        }

        private void book(List<AccountId> batch) {
            if (batch.isEmpty()) {
                return;
            }
            List<LedgerEntry> booked =
                    store.updateUnlessLocked(Scope.of(batch, Set.of()), snapshot -> decide(snapshot, batch));
            entries += booked.size();
            accounts +=
                    (int) booked.stream().map(LedgerEntry::account).distinct().count();
            booked.forEach(watcher::booked);
        }

        private Changes<List<LedgerEntry>> decide(Snapshot snapshot, List<AccountId> batch) {
            Changes<List<LedgerEntry>> changes = Changes.none(List.of());
            for (AccountId id : batch) {
                Account account = snapshot.account(id);
                Settlement due = LedgerRules.settle(account, now);
                if (!due.entries().isEmpty()) {
                    changes = changes.booking(due.account(), due.entries());
                }
            }
            return changes.withResult(changes.entries());
        }
    }
}
