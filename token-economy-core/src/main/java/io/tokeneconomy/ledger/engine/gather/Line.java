package io.tokeneconomy.ledger.engine.gather;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for a lane, how many are led, and which accounts are in them. While one is free, whoever is in line waits for
 * an account that is in another. Nothing is done under the lock that could take long.
 */
final class Line<Q, R> {

    /** How a caller finds the lanes. */
    enum Found {
        /** One is free: now the caller leads it. */
        FREE,
        /** All are led, or the account is in one of them: now the caller is in line. */
        LED,
        /** So they are, and too many are in line. */
        FULL
    }

    private final GatherOptions limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Call<Q, R>> calls = new ArrayDeque<>();

    /** The accounts in the lanes, and who leads them there. */
    private final Map<Integer, Call<Q, R>> busy = new HashMap<>();

    private int led;

    Line(GatherOptions limits) {
        this.limits = limits;
    }

    Found enter(Call<Q, R> call) {
        lock.lock();
        try {
            if (led < limits.lanes() && isLedBy(call, call)) {
                led++;
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

    /**
     * Moves calls from the line's front to a batch, as many as it has room for and as are its share. It passes over those
     * whose account is in another lane.
     */
    void fill(Batch<Q, R> batch) {
        lock.lock();
        try {
            int share = share();
            Iterator<Call<Q, R>> line = calls.iterator();
            while (line.hasNext()) {
                Call<Q, R> next = line.next();
                if (!batch.hasRoomFor(next, limits)) {
                    return;
                }
                boolean tooMuch = batch.size() >= share && !busy.containsKey(next.account());
                if (!tooMuch && isLedBy(batch.leader(), next)) {
                    batch.add(next);
                    line.remove();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Frees a lane, and makes whoever can the leader of one; does neither when fewer than {@code least} are in line. */
    boolean handOver(Call<Q, R> leader, int least) {
        List<Call<Q, R>> next;
        lock.lock();
        try {
            if (calls.size() < least) {
                return false;
            }
            next = leadersAfter(leader);
        } finally {
            lock.unlock();
        }
        next.forEach(Call::lead);
        return true;
    }

    /**
     * Frees a lane for whoever comes next. When at least {@code crowd} are in line, that one is not woken but returned: this
     * thread leads in its place.
     */
    @Nullable
    Call<Q, R> keep(Call<Q, R> leader, int crowd) {
        List<Call<Q, R>> next;
        boolean crowded;
        lock.lock();
        try {
            crowded = calls.size() >= crowd;
            next = leadersAfter(leader);
        } finally {
            lock.unlock();
        }
        boolean keeping = crowded && !next.isEmpty();
        for (int i = keeping ? 1 : 0; i < next.size(); i++) {
            next.get(i).lead();
        }
        return keeping ? next.get(0) : null;
    }

    /**
     * How many calls a batch may have before it takes no further account: an equal part for each lane, of the calls in
     * line and the accounts in lanes. If one took them all, the next lane would find nobody, and small batches cost nearly
     * as much as large ones.
     */
    private int share() {
        return (busy.size() + calls.size() + limits.lanes() - 1) / limits.lanes();
    }

    /** Whether the call's account is in that leader's lane; one that is in none comes into it. */
    private boolean isLedBy(Call<Q, R> leader, Call<Q, R> call) {
        Call<Q, R> other = busy.putIfAbsent(call.account(), leader);
        return other == null || other == leader;
    }

    /** Most often one; several when they all waited for accounts of the lane that is free now. */
    private List<Call<Q, R>> leadersAfter(Call<Q, R> leader) {
        busy.values().removeIf(other -> other == leader);
        led--;
        List<Call<Q, R>> leaders = new ArrayList<>(1);
        Iterator<Call<Q, R>> line = calls.iterator();
        while (led < limits.lanes() && line.hasNext()) {
            Call<Q, R> call = line.next();
            if (isLedBy(call, call)) {
                leaders.add(call);
                line.remove();
                led++;
            }
        }
        return leaders;
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
