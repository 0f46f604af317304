package io.tokeneconomy.example.benchmark.contender.ours;

import io.tokeneconomy.event.EntrySubscriber;
import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.ledger.AccountId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the spends that the outbox delivers. One that comes again counts once, and one that comes before its
 * predecessor does not count at all. Thread-safe.
 */
class Received implements EntrySubscriber {

    private static final long LOOK_MILLIS = 20;

    private final Map<AccountId, Long> lastSequences = new ConcurrentHashMap<>();
    private final AtomicLong spends = new AtomicLong();

    @Override
    public void receive(TokenEconomyEvent.OfEntry event) {
        long sequence = event.entry().sequence();
        boolean follows = sequence == lastSequences.getOrDefault(event.account(), 0L) + 1;
        if (event instanceof TokenEconomyEvent.Booked && follows) {
            lastSequences.put(event.account(), sequence);
            if (event instanceof TokenEconomyEvent.Spent) {
                spends.incrementAndGet();
            }
        }
    }

    long spends() {
        return spends.get();
    }

    /** {@return whether so many spends have come} Gives up when none has come for a while. */
    boolean await(long expected, Duration patience) {
        long known = spends();
        long since = System.nanoTime();
        while (known < expected && System.nanoTime() - since < patience.toNanos()) {
            pause();
            if (spends() > known) {
                known = spends();
                since = System.nanoTime();
            }
        }
        return known >= expected;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
