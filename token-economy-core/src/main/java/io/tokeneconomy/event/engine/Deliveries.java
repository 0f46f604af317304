package io.tokeneconomy.event.engine;

import io.tokeneconomy.event.EntrySubscriber;
import io.tokeneconomy.event.Outbox.Dispatch;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers to one subscriber:
 *
 * <ol>
 *   <li>Finds accounts with a backlog, page by page, and leases those that are free.
 *   <li>Reads each one's entries after the last that was delivered, and hands over what follows from them.
 *   <li>Gives the leases back with how far each came.
 * </ol>
 *
 * A crash in between leaves leases that end; the next dispatcher begins where this one did. Never more than a page of
 * entries in memory. Thread-safe; one thread at a time delivers.
 */
final class Deliveries {

    /** Accounts leased at once: two commits serve them all. */
    static final int BATCH = 50;

    /** Entries of one account handed over before it is another's turn. */
    static final int PAGE = 100;

    /** After so many failures without a success the subscriber is let alone until the next dispatch. */
    static final int ENOUGH = 5;

    private static final Logger LOG = LoggerFactory.getLogger(EntrySubscriber.class);

    private final String name;
    private final EntrySubscriber subscriber;
    private final LedgerStore store;
    private final InstantSource time;
    private final ToLongFunction<AccountId> lowBalance;
    private final Leases leases;
    private final Undelivered undelivered;
    private final Setbacks setbacks = new Setbacks();
    private final Setbacks unreadable = new Setbacks();
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable AccountId after;
    private boolean unfinished;

    Deliveries(
            String name,
            EntrySubscriber subscriber,
            LedgerStore store,
            InstantSource time,
            ToLongFunction<AccountId> lowBalance) {
        this.name = name;
        this.subscriber = subscriber;
        this.store = store;
        this.time = time;
        this.lowBalance = lowBalance;
        this.leases = new Leases(store);
        this.undelivered = new Undelivered(store, PAGE);
    }

    /** Delivers to at most so many accounts, going on where the last call ended. */
    Dispatch dispatch(int limit) {
        turn.lock();
        try {
            Round round = new Round();
            boolean more = true;
            for (int left = limit; left > 0 && more && !round.enough(); ) {
                Page<Backlog> page = store.backlogs(new BacklogQuery(name, after, Math.min(BATCH, left)));
                unfinished |= round.deliver(page.items());
                more = page.hasMore();
                after = more ? page.items().get(page.items().size() - 1).key().account() : null;
                left -= page.items().size();
            }
            boolean again = more || unfinished;
            unfinished &= more;
            return new Dispatch(round.entries, round.failures, again && !round.enough());
        } finally {
            turn.unlock();
        }
    }

    /** One dispatch's tally. */
    private final class Round {

        private long entries;
        private long failures;
        private int failuresInRow;

        private boolean enough() {
            return failuresInRow >= ENOUGH;
        }

        /** {@return whether some have more to be delivered at once} */
        private boolean deliver(List<Backlog> backlogs) {
            Instant now = time.instant();
            List<Backlog> free = backlogs.stream()
                    .filter(backlog -> Leases.isFree(backlog, now))
                    .filter(backlog -> !unreadable.holdUp(backlog.key().account(), now))
                    .toList();
            List<Leases.Progress> progress = new ArrayList<>();
            for (Backlog lease : lease(free, now)) {
                progress.add(deliver(lease));
            }
            return !progress.isEmpty() && leases.giveBack(progress) > 0;
        }

        /** An account that cannot be read must not keep its neighbours, nor those after it, from being told. */
        private List<Backlog> lease(List<Backlog> free, Instant now) {
            if (free.isEmpty()) {
                return free;
            }
            try {
                return leases.take(free, now);
            } catch (StoreException e) {
                if (e.retryable() || e.outcomeUnknown()) {
                    throw e;
                }
                return free.size() == 1
                        ? unreadable(free.get(0).key().account(), now, e)
                        : free.stream()
                                .flatMap(one -> lease(List.of(one), now).stream())
                                .toList();
            }
        }

        private List<Backlog> unreadable(AccountId account, Instant now, StoreException why) {
            failures++;
            Instant notBefore = unreadable.add(account, now);
            LOG.error("❌ Cannot read account {} for subscriber {}; again at {}", account, name, notBefore, why);
            return List.of();
        }

        private Leases.Progress deliver(Backlog lease) {
            AccountId account = lease.key().account();
            long delivered = lease.delivered();
            try {
                for (LedgerEntry entry : entries(lease)) {
                    if (enough() || isLate(lease)) {
                        break;
                    }
                    EntryEvents.of(entry, lowBalance.applyAsLong(account)).forEach(subscriber::receive);
                    delivered = entry.sequence();
                    entries++;
                    failuresInRow = 0;
                    setbacks.forget(account);
                }
                return new Leases.Progress(lease, delivered, null);
            } catch (Throwable e) {
                return failed(lease, delivered, e);
            }
        }

        private Leases.Progress failed(Backlog lease, long delivered, Throwable why) {
            failures++;
            failuresInRow++;
            AccountId account = lease.key().account();
            Instant notBefore = setbacks.add(account, time.instant());
            LOG.error(
                    "❌ Subscriber {} failed at account {}, entry {}; again at {}",
                    name,
                    account,
                    delivered + 1,
                    notBefore,
                    why);
            return new Leases.Progress(lease, delivered, notBefore);
        }

        private List<LedgerEntry> entries(Backlog lease) {
            return enough() || isLate(lease)
                    ? List.of()
                    : undelivered.after(lease.key().account(), lease.delivered());
        }

        /** Half of a lease is left for the entry at hand and for giving back. */
        private boolean isLate(Backlog lease) {
            Instant until = lease.leasedUntil();
            return until != null && !time.instant().isBefore(until.minus(Leases.TIME.dividedBy(2)));
        }
    }
}
