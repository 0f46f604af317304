package io.tokeneconomy.event.engine;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings what this process books back into each account's order, though threads come out of their commits in any order:
 *
 * <ol>
 *   <li>A decision puts its entries in line before they are committed. One that follows on them has seen their commit, so
 *       it is behind them: places in line are in order of sequence.
 *   <li>The commit makes the place ready; a failure gives it up.
 *   <li>Whoever comes to tell takes ready places from the front, one thread for an account at a time. What a thread finds
 *       being told, it leaves to the one who tells.
 * </ol>
 *
 * Thread-safe; holds only what is between decision and listener.
 */
final class Lines {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<AccountId, ArrayDeque<Slot>> lines = new HashMap<>();
    private final Set<AccountId> telling = new HashSet<>();

    /** One update's entries of one account. */
    private static final class Slot {
        private final AccountId account;
        private final List<LedgerEntry> entries = new ArrayList<>(1);
        private boolean ready;

        private Slot(AccountId account) {
            this.account = account;
        }
    }

    /** One update's place in the lines of its accounts. Used by one thread. */
    final class Place {

        private List<Slot> slots = List.of();
        private final Set<AccountId> left = new LinkedHashSet<>();

        private Place() {}

        /** Goes to the end of the lines; a decision that is taken again on a fresh snapshot does so again. */
        void take(List<LedgerEntry> entries) {
            Map<AccountId, Slot> more = new LinkedHashMap<>();
            entries.forEach(entry ->
                    more.computeIfAbsent(entry.account(), Slot::new).entries.add(entry));
            locked(() -> {
                drop();
                slots = List.copyOf(more.values());
                slots.forEach(slot -> lines.computeIfAbsent(slot.account, id -> new ArrayDeque<>(2))
                        .add(slot));
            });
        }

        /** What was taken stands in the ledger. */
        void ready() {
            locked(() -> {
                slots.forEach(slot -> slot.ready = true);
                slots.forEach(slot -> left.remove(slot.account));
                slots = List.of();
            });
        }

        /**
         * Gives up what is not ready.
         *
         * @return the accounts in whose lines somebody may have waited for what was given up, now or by deciding again
         */
        List<AccountId> leave() {
            locked(this::drop);
            return List.copyOf(left);
        }

        private void drop() {
            for (Slot slot : slots) {
                left.add(slot.account);
                ArrayDeque<Slot> line = lines.get(slot.account);
                if (line != null && line.remove(slot) && line.isEmpty()) {
                    lines.remove(slot.account);
                }
            }
            slots = List.of();
        }
    }

    Place place() {
        return new Place();
    }

    /** Tells what is ready at the front of the account's line, unless another thread is doing so. */
    void tell(AccountId account, Consumer<LedgerEntry> listener) {
        Slot slot = begin(account);
        while (slot != null) {
            try {
                slot.entries.forEach(listener);
            } finally {
                locked(() -> telling.remove(account));
            }
            slot = begin(account);
        }
    }

    /** {@return whether nobody is in any line} */
    boolean isEmpty() {
        lock.lock();
        try {
            return lines.isEmpty() && telling.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Slot begin(AccountId account) {
        lock.lock();
        try {
            ArrayDeque<Slot> line = lines.get(account);
            if (line == null || !line.getFirst().ready || !telling.add(account)) {
                return null;
            }
            Slot first = line.removeFirst();
            if (line.isEmpty()) {
                lines.remove(account);
            }
            return first;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
