package io.tokeneconomy.ledger.engine.gather;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Work that can be held, can fail, and remembers what it was given and by whom. */
final class ScriptedWork implements Work<Request, String> {

    private final List<List<Request>> batches = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> leaders = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger ended = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile Consumer<List<Request>> script = requests -> {};

    @Override
    public List<String> commit(List<Request> requests) {
        batches.add(List.copyOf(requests));
        leaders.add(Thread.currentThread());
        try {
            awaitGate();
            script.accept(requests);
            return requests.stream().map(Request::result).toList();
        } finally {
            ended.incrementAndGet();
        }
    }

    /** From now on the work stops at its gate. */
    void hold() {
        gate = new CountDownLatch(1);
    }

    /** The work that stands at the gate goes on, and nothing stops any more. */
    void release() {
        gate.countDown();
    }

    /** What happens behind the gate, before the results are given. */
    void script(Consumer<List<Request>> next) {
        script = next;
    }

    /** All batches that were begun. */
    List<List<Request>> batches() {
        synchronized (batches) {
            return List.copyOf(batches);
        }
    }

    List<Integer> sizes() {
        return batches().stream().map(List::size).toList();
    }

    List<Request> requests() {
        return batches().stream().flatMap(List::stream).toList();
    }

    /** Who led them. */
    List<Thread> leaders() {
        synchronized (leaders) {
            return List.copyOf(leaders);
        }
    }

    /** How many batches have ended, well or not. */
    int ended() {
        return ended.get();
    }

    /** Like a database driver, it does not care for interrupts. */
    private void awaitGate() {
        boolean interrupted = false;
        while (gate.getCount() > 0) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
