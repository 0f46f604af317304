package io.tokeneconomy.ledger.engine.gather;

import io.tokeneconomy.error.OverloadedException;
import io.tokeneconomy.ledger.store.StoreException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Commits a few batches at a time, no account in two of them, in the order in which its calls came.
 *
 * <ol>
 *   <li>Who finds a lane free, and its account in no other, leads it, and commits its own call alone and at once.
 *   <li>Everybody else waits in line.
 *   <li>A leader that is done makes the first in line the next leader. That one takes with it who stands behind it, as
 *       far as a batch allows and their accounts are in no other lane, but of further accounts no more than leave the
 *       other lanes their share, and commits them all.
 *   <li>So a caller leads one batch, and its own call is in it. It may lead a few more for others.
 * </ol>
 *
 * The next leader begins before the callers of the last batch are woken, which costs time. When they are few, and fewer
 * still are in line, it is the other way round: then most of them come again at once, and share the next commit. And as
 * the lane would stand still until the next leader has woken up, the one that is done goes on in the place of the first in
 * line, {@value #MOST_FOR_OTHERS} times at most, as long as {@value #CROWD} or more are there and nothing fails.
 */
final class Lanes<Q, R> {

    /** Its own answer waits meanwhile. */
    static final int MOST_FOR_OTHERS = 4;

    /** When fewer are in line, a caller does more good by coming again itself. */
    static final int CROWD = 6;

    private final GatherOptions limits;
    private final Work<Q, R> work;
    private final Line<Q, R> line;
    private final Set<Thread> committing = ConcurrentHashMap.newKeySet();

    Lanes(GatherOptions limits, Work<Q, R> work) {
        this.limits = limits;
        this.work = work;
        this.line = new Line<>(limits);
    }

    /**
     * Brings a call to its end: afterwards it has its results or its failure.
     *
     * @throws OverloadedException when too many wait already, or its turn did not come in time
     * @throws StoreException when the caller was interrupted before its turn came
     * @throws Error from the work on this call, when this thread led it
     */
    void run(Call<Q, R> call) {
        try {
            if (call.isBegun()) {
                call.putInterruptAside();
            }
            switch (line.enter(call)) {
                case FREE -> lead(call, false);
                case LED -> awaitTurn(call);
                case FULL ->
                    throw new OverloadedException(
                            "no more than " + limits.waiting() + " calls may wait; nothing was done");
            }
        } finally {
            call.restoreInterrupt();
        }
    }

    /** Whether this thread is within the work of a lane. */
    boolean isWithinWork() {
        return committing.contains(Thread.currentThread());
    }

    int waiting() {
        return line.size();
    }

    private void awaitTurn(Call<Q, R> call) {
        awaitPatiently(call);
        while (call.isWaiting()) {
            call.putInterruptAside();
            LockSupport.park(this);
        }
        if (call.isLeading()) {
            call.putInterruptAside();
            lead(call, true);
        }
    }

    /** Returns when the call has been taken from the line, and throws when it left it for nothing. */
    private void awaitPatiently(Call<Q, R> call) {
        long patience = limits.patience().toNanos();
        long begin = System.nanoTime();
        long left = patience;
        while (call.isWaiting()) {
            boolean interrupted = call.putInterruptAside() && !call.isBegun();
            if (interrupted || left <= 0) {
                giveUp(call, interrupted);
                return;
            }
            LockSupport.parkNanos(this, left);
            left = patience - (System.nanoTime() - begin);
        }
    }

    private void giveUp(Call<Q, R> call, boolean interrupted) {
        if (!line.leave(call)) {
            return;
        }
        if (interrupted) {
            throw StoreException.unavailable("interrupted while waiting for earlier calls; nothing was done", null);
        }
        throw new OverloadedException(
                "waited " + limits.patience().toMillis() + " ms for earlier calls, in vain; nothing was done");
    }

    private void lead(Call<Q, R> own, boolean gathering) {
        Call<Q, R> next = commit(own, gathering, true);
        for (int more = 1; next != null; more++) {
            own.putInterruptAside();
            next = commitFor(next, more < MOST_FOR_OTHERS);
        }
        if (own.failure() instanceof Error error) {
            throw error;
        }
    }

    /** Leads in the place of a caller that sleeps; so what goes wrong is for that one. */
    private @Nullable Call<Q, R> commitFor(Call<Q, R> other, boolean mayStay) {
        try {
            return commit(other, true, mayStay);
        } catch (Throwable e) {
            if (other.isWaiting()) {
                other.fail(e, true);
            }
            return null;
        }
    }

    /** Commits a batch and passes its lane on, or {@return the call in whose place this thread is to lead the next one} */
    private @Nullable Call<Q, R> commit(Call<Q, R> first, boolean gathering, boolean mayStay) {
        Batch<Q, R> batch = batch(first);
        Call<Q, R> next;
        try {
            if (gathering) {
                line.fill(batch);
            }
            committing.add(Thread.currentThread());
            batch.commit(work);
        } catch (Throwable e) {
            batch.fail(e);
        } finally {
            committing.remove(Thread.currentThread());
            next = conclude(batch, mayStay);
        }
        return next;
    }

    private Batch<Q, R> batch(Call<Q, R> first) {
        try {
            return new Batch<>(first);
        } catch (OutOfMemoryError e) {
            line.handOver(first, 0);
            throw e;
        }
    }

    private @Nullable Call<Q, R> conclude(Batch<Q, R> batch, boolean mayStay) {
        boolean handedOver = false;
        try {
            handedOver = line.handOver(batch.leader(), batch.isSoonSettled() ? batch.size() : 0);
        } finally {
            batch.settle();
        }
        if (handedOver) {
            return null;
        }
        if (mayStay && batch.isCommitted()) {
            return line.keep(batch.leader(), CROWD);
        }
        line.handOver(batch.leader(), 0);
        return null;
    }
}
