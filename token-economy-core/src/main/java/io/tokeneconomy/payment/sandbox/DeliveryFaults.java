package io.tokeneconomy.payment.sandbox;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong between Stripe and the shop, in percent of the events, decided by a seed and the event's number: the
 * same calls in the same order meet the same faults in each run. Immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * sandbox.webhooks().faults(DeliveryFaults.seeded(42).duplicate(20).reorder(20).drop(5).delay(10, Duration.ofMillis(50)));
 * }</pre>
 *
 * <p>With any chance above 0, first tries are sent one after the other, so that with one caller their order repeats, too;
 * retries after a refusal and delayed events run beside them.
 */
public final class DeliveryFaults {

    /** Everything arrives, as soon as it can. */
    public static final DeliveryFaults NONE = new DeliveryFaults(0, 0, 0, 0, 0, Duration.ZERO, null);

    /** The longest wait of a delayed event. */
    public static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

    private static final int ALL = 100;
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final Pattern VERSION = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d(\\.[a-z]{1,32})?");

    private final long seed;
    private final int duplicated;
    private final int reordered;
    private final int dropped;
    private final int delayed;
    private final Duration upTo;
    private final @Nullable String apiVersion;

    /** What becomes of one event. */
    record Fate(boolean isDropped, boolean isHeld, boolean isSentTwice, Duration delay) {}

    private DeliveryFaults(
            long seed,
            int duplicated,
            int reordered,
            int dropped,
            int delayed,
            Duration upTo,
            @Nullable String apiVersion) {
        this.seed = seed;
        this.duplicated = duplicated;
        this.reordered = reordered;
        this.dropped = dropped;
        this.delayed = delayed;
        this.upTo = upTo;
        this.apiVersion = apiVersion;
    }

    /**
     * No faults yet.
     *
     * @param seed decides which events are hit
     */
    public static DeliveryFaults seeded(long seed) {
        return new DeliveryFaults(seed, 0, 0, 0, 0, Duration.ZERO, null);
    }

    /**
     * Sends an event twice, one right after the other.
     *
     * @param percent 0 to 100
     * @throws InvalidValueException when it is outside
     */
    public DeliveryFaults duplicate(int percent) {
        return new DeliveryFaults(seed, checked(percent), reordered, dropped, delayed, upTo, apiVersion);
    }

    /**
     * Holds an event back until the next one is on its way, or two seconds have passed without one.
     *
     * @param percent 0 to 100
     * @throws InvalidValueException when it is outside
     */
    public DeliveryFaults reorder(int percent) {
        return new DeliveryFaults(seed, duplicated, checked(percent), dropped, delayed, upTo, apiVersion);
    }

    /**
     * Never sends an event by itself; {@link StripeSandbox#redeliver} and the list of events still have it.
     *
     * @param percent 0 to 100
     * @throws InvalidValueException when it is outside
     */
    public DeliveryFaults drop(int percent) {
        return new DeliveryFaults(seed, duplicated, reordered, checked(percent), delayed, upTo, apiVersion);
    }

    /**
     * Sends an event later, in real time.
     *
     * @param percent 0 to 100
     * @param upTo the longest wait, 0 to 10 minutes; how long each waits, the seed decides
     * @throws InvalidValueException when one of them is outside
     */
    public DeliveryFaults delay(int percent, Duration upTo) {
        if (upTo.isNegative() || upTo.compareTo(LONGEST_DELAY) > 0) {
            throw new InvalidValueException("delay", upTo, "0 to " + LONGEST_DELAY);
        }
        return new DeliveryFaults(seed, duplicated, reordered, dropped, checked(percent), upTo, apiVersion);
    }

    /**
     * Renders events for another API version, as for an endpoint that was made at another time. Fields that a version
     * did not have are left out, and those it had instead are there, for what the sandbox tells; the version stands in
     * {@code api_version}.
     *
     * @param version such as {@code 2020-08-27} or {@code 2026-10-28.endive}
     * @throws InvalidValueException when it is not a date with or without a name
     */
    public DeliveryFaults apiVersion(String version) {
        return new DeliveryFaults(seed, duplicated, reordered, dropped, delayed, upTo, checkedVersion(version));
    }

    static String checkedVersion(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new InvalidValueException("apiVersion", version, "a date such as 2020-08-27 or 2026-10-28.endive");
        }
        return version;
    }

    private static int checked(int percent) {
        return (int) Checks.range("percent", percent, 0, ALL);
    }

    /** Each chance is drawn for itself, so that changing one does not change who is hit by another. */
    Fate fate(long number) {
        SplittableRandom random = new SplittableRandom(seed + STEP * number);
        boolean drop = random.nextInt(ALL) < dropped;
        boolean hold = random.nextInt(ALL) < reordered;
        boolean twice = random.nextInt(ALL) < duplicated;
        boolean late = random.nextInt(ALL) < delayed;
        long millis = random.nextLong(upTo.toMillis() + 1);
        return new Fate(drop, hold, twice, late ? Duration.ofMillis(millis) : Duration.ZERO);
    }

    boolean areNone() {
        return duplicated + reordered + dropped + delayed == 0;
    }

    @Nullable
    String apiVersion() {
        return apiVersion;
    }
}
