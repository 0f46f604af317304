package io.tokeneconomy.payment.sandbox;

import io.tokeneconomy.error.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The sandbox's time, which a test can advance. Give it to the shop too ({@code TokenEconomyBuilder.time}, {@code
 * StripeGatewayBuilder.time}), so that both live at the same time: tokens expire by the shop's clock, and signatures of
 * another time are refused. Thread-safe.
 */
public final class SandboxClock implements InstantSource {

    /** How far one call can advance: five years. */
    public static final Duration LONGEST = Duration.ofDays(1_827);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final MovedTime time;
    private final State state;
    private final DueWork work;
    private final Deliveries deliveries;

    SandboxClock(MovedTime time, State state, DueWork work, Deliveries deliveries) {
        this.time = time;
        this.state = state;
        this.work = work;
        this.deliveries = deliveries;
    }

    @Override
    public Instant instant() {
        return time.instant();
    }

    /**
     * Lets time pass, and everything that was due by then happen, each thing at its own moment: sessions expire, payments by
     * bank debit arrive, refunds change, subscriptions renew with one invoice for each period, refused cards are tried
     * again after 3, 5 and 7 days, and canceled subscriptions end.
     *
     * <p>Waits up to 10 seconds for events that are on their way before, and up to 10 for those that this brings about.
     * All of these arrive at the new time: to look at a shop month by month, advance month by month.
     *
     * @param by more than zero, at most {@link #LONGEST}
     * @throws InvalidValueException when it is outside
     * @throws SandboxException when the sandbox is full, or the thread is interrupted
     */
    public void advance(Duration by) {
        if (by.isNegative() || by.isZero() || by.compareTo(LONGEST) > 0) {
            throw new InvalidValueException("advance", by, "more than 0, at most " + LONGEST);
        }
        awaitDeliveries();
        time.advance(state, by);
        SandboxException.refusing(() -> {
            work.settleDue();
            work.moveDue();
            return true;
        });
        awaitDeliveries();
    }

    private void awaitDeliveries() {
        try {
            deliveries.awaitAll(LONGEST_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted while events were on their way", true, e);
        }
    }
}
