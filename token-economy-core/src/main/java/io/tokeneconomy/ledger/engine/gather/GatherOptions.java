package io.tokeneconomy.ledger.engine.gather;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.time.Duration;

/**
 * The limits of a {@link GroupCommit}.
 *
 * @param lanes how many batches may be committed at the same time, 1 to 64, by default 2
 * @param operations most requests in a batch, 1 to 10,000, by default 256
 * @param weight most weight of a batch, in the unit in which requests are weighed, 1 to 2^40, by default 2^22; a request
 *     that is heavier goes alone
 * @param waiting most calls that wait for a lane, 1 to 1,000,000, by default 10,000
 * @param patience how long a call waits for its turn, 1 ms to 1 hour, by default 30 seconds; once its batch is being
 *     committed it waits for the outcome
 */
public record GatherOptions(int lanes, int operations, long weight, int waiting, Duration patience) {

    private static final Duration LONGEST = Duration.ofHours(1);

    /** 2 lanes, 256 requests, weight 4,194,304, 10,000 waiting calls, 30 seconds. */
    public static final GatherOptions DEFAULT = new GatherOptions(2, 256, 1L << 22, 10_000, Duration.ofSeconds(30));

    /** @throws InvalidValueException when a value is out of range */
    public GatherOptions {
        Checks.range("lanes", lanes, 1, 64);
        Checks.range("operations", operations, 1, 10_000);
        Checks.range("weight", weight, 1, 1L << 40);
        Checks.range("waiting", waiting, 1, 1_000_000);
        if (patience.toMillis() < 1 || patience.compareTo(LONGEST) > 0) {
            throw new InvalidValueException("patience", patience, "1 ms to " + LONGEST);
        }
    }

    /** {@return these options with another number of lanes} */
    public GatherOptions withLanes(int number) {
        return new GatherOptions(number, operations, weight, waiting, patience);
    }

    /** {@return these options with another limit of requests in a batch} */
    public GatherOptions withOperations(int most) {
        return new GatherOptions(lanes, most, weight, waiting, patience);
    }

    /** {@return these options with another limit of a batch's weight} */
    public GatherOptions withWeight(long most) {
        return new GatherOptions(lanes, operations, most, waiting, patience);
    }

    /** {@return these options with another limit of calls that wait in a lane} */
    public GatherOptions withWaiting(int most) {
        return new GatherOptions(lanes, operations, weight, most, patience);
    }

    /** {@return these options with another time to wait} */
    public GatherOptions withPatience(Duration longest) {
        return new GatherOptions(lanes, operations, weight, waiting, longest);
    }
}
