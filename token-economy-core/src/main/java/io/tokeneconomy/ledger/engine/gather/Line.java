package io.tokeneconomy.ledger.engine.gather;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;

/** Who waits for a lane, and whether it is led. Nothing is done under the lock that could take long. */
final class Line<Q, R> {

    /** How a caller finds the lane. */
    enum Found {
        /** Free: now the caller leads it. */
        FREE,
        /** Led by another: now the caller is in line. */
        LED,
        /** Led, and too many are in line. */
        FULL
    }

    private final GatherOptions limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Call<Q, R>> calls = new ArrayDeque<>();
    private boolean led;

    Line(GatherOptions limits) {
        this.limits = limits;
    }

    Found enter(Call<Q, R> call) {
        lock.lock();
        try {
            if (!led) {
                led = true;
                return Found.FREE;
            }
            if (calls.size() >= limits.waiting()) {
                return Found.FULL;
            }
            calls.add(call);
            return Found.LED;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the call was still in line. Now it is not. */
    boolean leave(Call<Q, R> call) {
        lock.lock();
        try {
            return calls.remove(call);
        } finally {
            lock.unlock();
        }
    }

    /** Moves calls from the line's front to a batch, as many as it has room for. */
    void fill(Batch<Q, R> batch) {
        lock.lock();
        try {
            Call<Q, R> next = calls.peek();
            while (next != null && batch.hasRoomFor(next, limits)) {
                batch.add(next);
                calls.remove();
                next = calls.peek();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Makes the first in line the leader, or frees the lane; does neither when fewer than {@code least} are in line. */
    boolean handOver(int least) {
        Call<Q, R> next;
        lock.lock();
        try {
            if (calls.size() < least) {
                return false;
            }
            next = calls.poll();
            led = next != null;
        } finally {
            lock.unlock();
        }
        if (next != null) {
            next.lead();
        }
        return true;
    }

    int size() {
        lock.lock();
        try {
            return calls.size();
        } finally {
            lock.unlock();
        }
    }
}
