package io.tokeneconomy.topup.engine;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogKey;
import io.tokeneconomy.ledger.store.BacklogQuery;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.TopUp;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.topup.TopUps;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes round the accounts that allowed top-ups, and looks closer at those where something is due. A provider that cannot be
 * reached ends a step; the next one goes on behind the account where that was, so that nobody keeps the others waiting.
 */
final class TopUpSweep {

    private static final Logger LOG = LoggerFactory.getLogger(TopUps.class);
    private static final int PAGE = 100;
    private static final int MOST_FAILURES = 3;

    private final LedgerStore store;
    private final PaymentMode mode;
    private final TopUpBook book;
    private final InstantSource time;
    private final TopUpWatch watch;
    private final Consumer<CustomerKey> look;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable AccountId after;
    private int failures;

    TopUpSweep(
            LedgerStore store,
            PaymentMode mode,
            TopUpBook book,
            InstantSource time,
            TopUpWatch watch,
            Consumer<CustomerKey> look) {
        this.store = store;
        this.mode = mode;
        this.book = book;
        this.time = time;
        this.watch = watch;
        this.look = look;
    }

    /** Looks at some accounts; whether more are left. */
    boolean step(int limit) {
        turn.lock();
        try {
            failures = 0;
            int left = limit;
            boolean more = true;
            while (left > 0 && more) {
                Page<Backlog> page = store.backlogs(new BacklogQuery(TopUpEngine.ALLOWED, after, Math.min(PAGE, left)));
                List<AccountId> accounts = page.items().stream()
                        .map(backlog -> backlog.key().account())
                        .toList();
                if (!pass(accounts)) {
                    return false;
                }
                left -= accounts.size();
                more = page.hasMore();
                after = more ? accounts.get(accounts.size() - 1) : null;
            }
            return more;
        } finally {
            turn.unlock();
        }
    }

    /** Whether nobody interrupted it. */
    private boolean pass(List<AccountId> accounts) {
        Scope scope = Scope.of(accounts, List.of());
        for (AccountId account : accounts) {
            scope = scope.customer(key(account));
        }
        Snapshot snapshot = store.read(scope);
        Instant now = time.instant();
        for (AccountId account : accounts) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            Optional<TopUp> topUp =
                    snapshot.customer(key(account)).flatMap(known -> Optional.ofNullable(known.topUp()));
            if (topUp.isEmpty()) {
                forget(account);
            } else if (isDue(topUp.get(), snapshot, account, now)) {
                after = account;
                lookAt(account);
            } else {
                watchFor(account, topUp.get(), now);
            }
        }
        return true;
    }

    private boolean isDue(TopUp topUp, Snapshot snapshot, AccountId account, Instant now) {
        return topUp.progress().inFlight() != null
                || (mayBegin(topUp, now) && TopUpBook.isLow(topUp, snapshot.account(account), now));
    }

    private boolean mayBegin(TopUp topUp, Instant now) {
        return topUp.nextAttemptAt(book.price(topUp), now).filter(now::equals).isPresent();
    }

    void lookAt(List<AccountId> accounts) {
        turn.lock();
        try {
            failures = 0;
            accounts.stream()
                    .takeWhile(account -> !Thread.currentThread().isInterrupted())
                    .forEach(this::lookAt);
        } finally {
            turn.unlock();
        }
    }

    private void lookAt(AccountId account) {
        try {
            look.accept(key(account));
            failures = 0;
        } catch (PaymentException e) {
            failures++;
            LOG.warn("The top-up of user {} has to wait for the payment provider: {}", account, e.getMessage());
            if (failures >= MOST_FAILURES) {
                throw e;
            }
        } finally {
            book.customer(key(account))
                    .flatMap(known -> Optional.ofNullable(known.topUp()))
                    .ifPresent(topUp -> watchFor(account, topUp, time.instant()));
        }
    }

    private void watchFor(AccountId account, TopUp topUp, Instant now) {
        topUp.nextAttemptAt(book.price(topUp), now)
                .ifPresentOrElse(
                        from -> watch.watch(account, topUp.settings().threshold(), from), () -> watch.forget(account));
    }

    /** Its customer is gone, and with it what was allowed. */
    private void forget(AccountId account) {
        watch.forget(account);
        BacklogKey allowed = new BacklogKey(TopUpEngine.ALLOWED, account);
        CustomerKey key = key(account);
        store.update(
                Scope.NOTHING.customer(key).backlog(allowed),
                snapshot -> snapshot.customer(key)
                                .filter(known -> known.topUp() != null)
                                .isPresent()
                        ? Changes.none(account)
                        : Changes.none(account).withoutBacklog(allowed));
    }

    private CustomerKey key(AccountId account) {
        return new CustomerKey(account, mode);
    }
}
