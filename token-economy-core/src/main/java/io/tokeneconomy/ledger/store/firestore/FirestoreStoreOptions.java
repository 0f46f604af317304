package io.tokeneconomy.ledger.store.firestore;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.time.Duration;

/**
 * How a {@link FirestoreLedgerStore} behaves.
 *
 * @param collections what it calls its collections
 * @param patience how long a call waits for its turn, how long it tries again against other processes, and how long it
 *     waits for one answer of Firestore; 1 second to 5 minutes, 30 seconds by default
 * @param remembered of how many accounts the latest state is kept in memory, so that they are booked on in one round
 *     trip; 0 to 1,000,000, by default 10,000. With 0 every update reads first.
 */
public record FirestoreStoreOptions(FirestoreCollections collections, Duration patience, int remembered) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** The default collections, 30 seconds, 10,000 accounts. */
    public static final FirestoreStoreOptions DEFAULT =
            new FirestoreStoreOptions(FirestoreCollections.DEFAULT, Duration.ofSeconds(30), 10_000);

    /** @throws InvalidValueException when a value is out of range */
    public FirestoreStoreOptions {
        if (patience.compareTo(SHORTEST) < 0 || patience.compareTo(LONGEST) > 0) {
            throw new InvalidValueException("patience", patience, SHORTEST + " to " + LONGEST);
        }
        Checks.range("remembered", remembered, 0, 1_000_000);
    }

    /** {@return these options with other collections} */
    public FirestoreStoreOptions withCollections(FirestoreCollections names) {
        return new FirestoreStoreOptions(names, patience, remembered);
    }

    /** {@return these options with another time to wait} */
    public FirestoreStoreOptions withPatience(Duration time) {
        return new FirestoreStoreOptions(collections, time, remembered);
    }

    /** {@return these options with another number of remembered accounts} */
    public FirestoreStoreOptions withRemembered(int accounts) {
        return new FirestoreStoreOptions(collections, patience, accounts);
    }
}
