package io.tokeneconomy.payment.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The sandbox's memory. Steps run one after another; each is kept as a whole or not at all, and is in the journal when
 * its answer is handed out. Thread-safe.
 */
final class State {

    private final ReentrantLock lock = new ReentrantLock();
    private final Tables tables;
    private final Journal journal;
    private final InstantSource time;
    private final Consumer<Tx> housekeeping;

    /** @param housekeeping runs at the end of each step, to drop what is over a limit */
    State(Tables tables, Journal journal, InstantSource time, Consumer<Tx> housekeeping) {
        this.tables = tables;
        this.journal = journal;
        this.time = time;
        this.housekeeping = housekeeping;
    }

    <R> R step(Function<Tx, R> work) {
        return step(time, work);
    }

    /** A step that happens at some other moment than now. */
    <R> R stepAt(Instant moment, Function<Tx, R> work) {
        return step(() -> moment, work);
    }

    private <R> R step(InstantSource moment, Function<Tx, R> work) {
        Tx tx;
        R result;
        long position;
        lock.lock();
        try {
            tx = new Tx(tables, moment.instant());
            result = work.apply(tx);
            position = keep(tx);
        } finally {
            lock.unlock();
        }
        journal.sync(position);
        tx.runAfterCommit();
        return result;
    }

    private long keep(Tx tx) {
        if (tx.changes().isEmpty()) {
            return journal.position();
        }
        housekeeping.accept(tx);
        List<Change> changes = tx.changes();
        long position = journal.append(changes);
        tables.apply(changes);
        if (journal.wantsCompaction()) {
            journal.compact(tables.all());
        }
        return position;
    }
}
