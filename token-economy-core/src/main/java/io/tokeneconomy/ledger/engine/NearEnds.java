package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogKey;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the lots that have come within {@link LedgerLimits#SOON} of their end since the last look:
 *
 * <ol>
 *   <li>A mark in the store says up to when anybody has looked. Whoever moves it on, looks through the time between.
 *   <li>He reads the accounts that are due by then, in pages, and tells each lot whose moment lies between.
 * </ol>
 *
 * So of all processes one tells a lot, once; the mark outlives restarts. A process that ends in the middle leaves the
 * rest of its stretch untold. What a process told whose clock was ahead is told again when its time comes. Thread-safe.
 */
final class NearEnds {

    /** Shortest stretch of time between two looks: each reads all accounts with something due soon. */
    static final Duration STEP = Duration.ofHours(1);

    /** The mark is kept as the place of a subscriber nobody can be, in microseconds. */
    static final BacklogKey MARK = new BacklogKey("te.expiring-soon", AccountId.of("te.expiring-soon"));

    private static final Logger LOG = LoggerFactory.getLogger(NearEnds.class);

    private static final int PAGE = 100;

    private final LedgerStore store;
    private final Watcher watcher;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Stretch stretch;
    private @Nullable AccountId after;

    NearEnds(LedgerStore store, Watcher watcher) {
        this.store = store;
        this.watcher = watcher;
    }

    /** A stretch of lots' ends. */
    private record Stretch(Instant from, Instant until) {

        boolean has(@Nullable Instant end) {
            return end != null && end.isAfter(from) && !end.isAfter(until);
        }
    }

    /**
     * Looks at some accounts; leaves it alone while another thread looks.
     *
     * @return whether there are more to look at
     */
    boolean look(int limit, Instant now) {
        if (!turn.tryLock()) {
            return false;
        }
        try {
            if (stretch == null) {
                stretch = claim(now).orElse(null);
            }
            return stretch != null && look(stretch, limit, now);
        } finally {
            turn.unlock();
        }
    }

    private boolean look(Stretch wanted, int limit, Instant now) {
        boolean more = true;
        for (int left = limit; more && left > 0; left -= PAGE) {
            Page<AccountId> page = store.accounts(new AccountQuery(after, wanted.until(), Math.min(PAGE, left)));
            tell(wanted, page.items(), now);
            more = page.hasMore();
            after = more ? page.items().get(page.items().size() - 1) : null;
        }
        stretch = more ? wanted : null;
        return more;
    }

    /** An account that cannot be read must not hide the others. */
    private void tell(Stretch wanted, List<AccountId> accounts, Instant now) {
        try {
            Snapshot snapshot = store.read(Scope.of(accounts, Set.of()));
            accounts.forEach(id -> tell(wanted, snapshot.account(id), now));
        } catch (StoreException e) {
            if (e.retryable()) {
                throw e;
            } else if (accounts.size() > 1) {
                accounts.forEach(id -> tell(wanted, List.of(id), now));
            } else {
                LOG.error("❌ Cannot read account {}: what expires there soon is not told", accounts.get(0), e);
            }
        }
    }

    private void tell(Stretch wanted, Account account, Instant now) {
        for (Lot lot : account.lots()) {
            if (wanted.has(lot.terms().expiresAt()) && !lot.terms().expiredAt(now)) {
                watcher.expiringSoon(account.id(), lot, now);
            }
        }
    }

    /** The very first look has nothing behind it: it only sets the mark. */
    private Optional<Stretch> claim(Instant now) {
        return store.update(Scope.NOTHING.backlog(MARK), snapshot -> {
            Optional<Instant> mark = snapshot.backlog(MARK).map(NearEnds::time);
            if (mark.filter(last -> isAbout(last, now)).isPresent()) {
                return Changes.none(Optional.<Stretch>empty());
            }
            Optional<Stretch> found = mark.filter(last -> last.isBefore(now))
                    .map(last -> new Stretch(last.plus(LedgerLimits.SOON), now.plus(LedgerLimits.SOON)));
            return Changes.none(found).backlog(new Backlog(MARK, micros(now), null));
        });
    }

    /** A mark further ahead was set by a clock that was wrong, and would silence everybody until then. */
    private static boolean isAbout(Instant mark, Instant now) {
        return now.isBefore(mark.plus(STEP)) && now.isAfter(mark.minus(STEP));
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static Instant time(Backlog mark) {
        return Instant.EPOCH.plus(mark.delivered(), ChronoUnit.MICROS);
    }
}
