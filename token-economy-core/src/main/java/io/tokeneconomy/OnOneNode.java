package io.tokeneconomy;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogKey;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A task that all processes on one store repeat, and one of them does: whoever comes first leaves a row in the store, which
 * the others respect while it is at work and until the next time is due. Nothing depends on it: a task under way for longer
 * than {@link #PATIENCE}, or clocks that differ, only have two of them at work: what lasts much longer than anybody takes
 * it for was written by a clock that was ahead, and is not respected.
 */
final class OnOneNode implements BooleanSupplier, AutoCloseable {

    /** How long a process that died in the middle keeps the others off. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);

    private static final AccountId NOBODY = AccountId.of("te:upkeep");

    private final LedgerStore store;
    private final BacklogKey row;
    private final Duration rest;
    private final Duration longest;
    private final InstantSource time;
    private final BooleanSupplier task;
    private final long self = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    private volatile @Nullable Instant othersEnd;
    private volatile boolean betweenSteps;

    /**
     * @param store what the processes share
     * @param name the task's, the same in all processes
     * @param pause how often it is done
     * @param time tells whether a lease is over
     * @param task does some of the work and says whether there is more
     */
    OnOneNode(LedgerStore store, String name, Duration pause, InstantSource time, BooleanSupplier task) {
        this.store = store;
        this.row = new BacklogKey("te." + name, NOBODY);
        this.rest = pause.multipliedBy(3).dividedBy(4);
        this.longest = rest.compareTo(PATIENCE) > 0 ? rest : PATIENCE;
        this.time = time;
        this.task = task;
    }

    @Override
    public boolean getAsBoolean() {
        Instant begun = time.instant();
        betweenSteps = false;
        if (!take(begun)) {
            return false;
        }
        boolean more;
        try {
            more = task.getAsBoolean();
        } catch (RuntimeException | Error failure) {
            giveUp(begun, failure);
            throw failure;
        }
        if (!more) {
            keep(begun.plus(rest));
        }
        betweenSteps = more;
        return more;
    }

    /** Leaves what more there is to do to others at once. Within a step it is theirs as if this process had died. */
    @Override
    public void close() {
        if (betweenSteps) {
            betweenSteps = false;
            keep(time.instant());
        }
    }

    /** What failed may be tried by anybody at once. */
    private void giveUp(Instant begun, Throwable failure) {
        try {
            keep(begun);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * {@return how long to rest before the next time} Whoever was kept off comes back when the other's lease is over, since
     * the other may have died over it, or been restarted.
     *
     * @param usual how long to rest otherwise
     */
    Duration rest(Duration usual) {
        Instant end = othersEnd;
        if (end == null) {
            return usual;
        }
        Duration left = Duration.between(time.instant(), end);
        return left.compareTo(usual) < 0 ? atLeast(left) : usual;
    }

    private static Duration atLeast(Duration left) {
        return left.compareTo(SHORTEST_REST) > 0 ? left : SHORTEST_REST;
    }

    private boolean take(Instant now) {
        Optional<Instant> end = store.update(
                Scope.NOTHING.backlog(row),
                known -> others(known, now)
                        .map(other -> Changes.none(Optional.of(other)))
                        .orElseGet(() -> Changes.none(Optional.<Instant>empty()).backlog(until(now.plus(PATIENCE)))));
        othersEnd = end.orElse(null);
        return end.isEmpty();
    }

    /** Unless another process has it by now. */
    private void keep(Instant until) {
        store.update(
                Scope.NOTHING.backlog(row),
                known -> others(known, time.instant()).isPresent()
                        ? Changes.none(false)
                        : Changes.none(true).backlog(until(until)));
    }

    /** Until when another process has it. */
    private Optional<Instant> others(Snapshot known, Instant now) {
        return known.backlog(row)
                .filter(one -> one.delivered() != self)
                .map(Backlog::leasedUntil)
                .filter(end -> now.isBefore(end) && !end.isAfter(latest(now)));
    }

    /** Twice as long as any, for clocks that differ a little. */
    private Instant latest(Instant now) {
        return now.plus(longest.multipliedBy(2));
    }

    private Backlog until(Instant end) {
        return new Backlog(row, self, end);
    }
}
