package io.tokeneconomy.event.engine;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogKey;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Backlogs for one dispatcher alone, for a while. Leases of one backlog end later and later, so its end names a lease:
 * who finds another end there has lost it.
 */
final class Leases {

    /** How long a lease lasts; after a crash nobody delivers its accounts for so long. */
    static final Duration TIME = Duration.ofMinutes(1);

    /** Nobody waits this long: a time beyond it was written by a clock that was wrong. */
    static final Duration FARTHEST = Duration.ofMinutes(10);

    private final LedgerStore store;

    Leases(LedgerStore store) {
        this.store = store;
    }

    /**
     * How far a leased backlog came.
     *
     * @param lease the backlog as it was leased
     * @param delivered the last entry delivered
     * @param notBefore when to go on after a failure; null when there was none
     */
    record Progress(Backlog lease, long delivered, @Nullable Instant notBefore) {}

    static boolean isFree(Backlog backlog, Instant now) {
        Instant until = backlog.leasedUntil();
        return until == null || !until.isAfter(now) || until.isAfter(now.plus(FARTHEST));
    }

    /** Leases those that are still free. */
    List<Backlog> take(List<Backlog> wanted, Instant now) {
        List<BacklogKey> keys = wanted.stream().map(Backlog::key).toList();
        return store.update(scope(keys), snapshot -> {
            List<Backlog> leased = new ArrayList<>();
            for (BacklogKey key : keys) {
                snapshot.backlog(key)
                        .filter(backlog -> isFree(backlog, now))
                        .ifPresent(backlog -> leased.add(new Backlog(key, backlog.delivered(), now.plus(TIME))));
            }
            Changes<List<Backlog>> changes = Changes.none(leased);
            for (Backlog lease : leased) {
                changes = changes.backlog(lease);
            }
            return changes;
        });
    }

    /**
     * Gives leases back: removes a backlog that is all delivered, in the same protection of the account under which new
     * entries are booked; notes how far the others came. Leases that are lost are left to who has them.
     *
     * @return how many have more to be delivered at once
     */
    int giveBack(List<Progress> all) {
        List<BacklogKey> keys =
                all.stream().map(progress -> progress.lease().key()).toList();
        return store.update(scope(keys), snapshot -> {
            Changes<Integer> changes = Changes.none(0);
            int unfinished = 0;
            for (Progress progress : all) {
                BacklogKey key = progress.lease().key();
                if (isHeld(snapshot, progress.lease())) {
                    boolean done = progress.delivered()
                            >= snapshot.account(key.account()).sequence();
                    Backlog rest = new Backlog(key, progress.delivered(), progress.notBefore());
                    changes = done ? changes.withoutBacklog(key) : changes.backlog(rest);
                    unfinished += done || progress.notBefore() != null ? 0 : 1;
                }
            }
            return changes.withResult(unfinished);
        });
    }

    /** {@return accounts and places of these backlogs} */
    static Scope scope(Collection<BacklogKey> keys) {
        SortedSet<AccountId> accounts = new TreeSet<>();
        keys.forEach(key -> accounts.add(key.account()));
        return new Scope(
                accounts,
                Set.of(),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                new TreeSet<>(keys));
    }

    private static boolean isHeld(Snapshot snapshot, Backlog lease) {
        return snapshot.backlog(lease.key()).filter(lease::equals).isPresent();
    }
}
