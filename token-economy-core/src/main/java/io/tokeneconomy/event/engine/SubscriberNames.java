package io.tokeneconomy.event.engine;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.BacklogKey;

/** What a subscriber may be called. */
public final class SubscriberNames {

    private static final String RESERVED = "te.";
    private static final AccountId ANY = AccountId.of("any");

    private SubscriberNames() {}

    /**
     * {@return the name}
     *
     * @throws InvalidValueException when it has other characters than a {@link BacklogKey} allows, or is one of ours
     */
    public static String check(String name) {
        String subscriber = new BacklogKey(name, ANY).subscriber();
        if (subscriber.startsWith(RESERVED)) {
            throw new InvalidValueException("subscriber", name, "a name that does not begin with " + RESERVED);
        }
        return subscriber;
    }
}
