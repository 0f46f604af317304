package io.tokeneconomy.payment.sandbox;

import io.tokeneconomy.payment.sandbox.Background.Work;
import io.tokeneconomy.payment.sandbox.DeliveryFaults.Fate;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * On which threads events are sent: on many, or with faults in a single file, where an event may be held back until
 * another goes. Who stands where in the file is decided when an event is handed over, not when it is sent, so that the
 * order does not depend on how fast the shop answers. Thread-safe.
 */
final class Lanes implements AutoCloseable {

    private static final Duration LONGEST_HOLD = Duration.ofSeconds(2);

    private final Background many;
    private final Background file = new Background(1, "stripe-sandbox-webhook-file");
    private final Queue<Work> held = new ConcurrentLinkedQueue<>();

    Lanes(Background many) {
        this.many = many;
    }

    void send(DeliveryFaults faults, Fate fate, Work work) {
        if (faults.areNone()) {
            many.after(Duration.ZERO, work);
        } else if (fate.isHeld()) {
            held.add(work);
            file.after(LONGEST_HOLD, () -> release(work));
        } else {
            file.after(fate.delay(), work);
            letHeldFollow();
        }
    }

    void retry(Duration delay, Work work) {
        many.after(delay, work);
    }

    private void letHeldFollow() {
        for (Work next = held.poll(); next != null; next = held.poll()) {
            file.after(Duration.ZERO, next);
        }
    }

    private void release(Work work) throws InterruptedException {
        if (held.remove(work)) {
            work.run();
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
