package io.tokeneconomy.ledger.store.firestore;

import io.tokeneconomy.ledger.store.StoreException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets updates of this process that name the same documents in one after another, first come first served, and all
 * others side by side. Firestore would make them wait for each other too, but with a round trip for every attempt, and
 * with many attempts on a hot account hardly any would get through.
 *
 * <p>A turn joins the queues of all its documents at once, so no two turns stand in different order anywhere.
 */
final class Turns {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Deque<Turn>> queues = new HashMap<>();

    /** @throws StoreException when it does not come in time, or the thread is interrupted */
    Turn take(Set<String> documents, Patience patience) {
        lock.lock();
        try {
            Turn turn = new Turn(documents);
            turn.join();
            boolean come = false;
            try {
                turn.await(patience);
                come = true;
                return turn;
            } finally {
                if (!come) {
                    turn.leave();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** One update's turn. */
    final class Turn implements AutoCloseable {

        private final Set<String> documents;
        private final Condition mayGo = lock.newCondition();
        private int ahead;

        private Turn(Set<String> documents) {
            this.documents = documents;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                leave();
            } finally {
                lock.unlock();
            }
        }

        private void join() {
            for (String document : documents) {
                Deque<Turn> queue = queues.computeIfAbsent(document, name -> new ArrayDeque<>(2));
                if (!queue.isEmpty()) {
                    ahead++;
                }
                queue.add(this);
            }
        }

        private void await(Patience patience) {
            try {
                while (ahead > 0) {
                    if (!mayGo.await(patience.nanosLeft(), TimeUnit.NANOSECONDS) && patience.nanosLeft() == 0) {
                        throw patience.timedOut("earlier updates of this store", null);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw StoreException.unavailable("interrupted while waiting for earlier updates of this store", e);
            }
        }

        private void leave() {
            for (String document : documents) {
                Deque<Turn> queue = queues.getOrDefault(document, new ArrayDeque<>(0));
                boolean first = queue.peek() == this;
                queue.remove(this);
                if (queue.isEmpty()) {
                    queues.remove(document);
                } else if (first) {
                    queue.element().oneLessAhead();
                }
            }
        }

        private void oneLessAhead() {
            ahead--;
            if (ahead == 0) {
                mayGo.signal();
            }
        }
    }
}
