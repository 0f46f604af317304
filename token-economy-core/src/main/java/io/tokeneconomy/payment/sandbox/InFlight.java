package io.tokeneconomy.payment.sandbox;

import java.time.Duration;

/** Counts what is still to be sent, so that somebody can wait until nothing is. Thread-safe. */
final class InFlight {

    private int count;

    synchronized void begin() {
        count++;
    }

    synchronized void end() {
        count--;
        notifyAll();
    }

    /** Returns whether everything was sent within the time. */
    synchronized boolean await(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (count > 0) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }
}
