package io.tokeneconomy.ledger.store;

import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.AccountId;
import java.util.regex.Pattern;

/**
 * One subscriber's place in one account's history.
 *
 * @param subscriber the subscriber's name: 1 to 50 letters, digits, dots, hyphens and underscores
 * @param account whose history
 */
public record BacklogKey(String subscriber, AccountId account) implements Comparable<BacklogKey> {

    private static final Pattern SUBSCRIBER = Pattern.compile("[A-Za-z0-9._-]{1,50}");

    /** @throws io.tokeneconomy.error.InvalidValueException when the subscriber's name is not allowed */
    public BacklogKey {
        Checks.matching("subscriber", subscriber, SUBSCRIBER, "1 to 50 letters, digits, dots, hyphens and underscores");
    }

    @Override
    public int compareTo(BacklogKey other) {
        int bySubscriber = subscriber.compareTo(other.subscriber);
        return bySubscriber != 0 ? bySubscriber : account.compareTo(other.account);
    }
}
