package io.tokeneconomy.event.engine;

import io.tokeneconomy.ledger.AccountId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often delivering an account failed in a row, and how long to wait after that. Not thread-safe. */
final class Setbacks {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Beyond so many accounts the oldest is forgotten, and tried again sooner. */
    private static final int REMEMBERED = 10_000;

    private final Map<AccountId, Integer> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** {@return how long to wait after one failure more} */
    Duration add(AccountId account) {
        int doublings = counts.merge(account, 1, Integer::sum) - 1;
        Duration wait = FIRST.multipliedBy(1L << Math.min(doublings, 30));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    void forget(AccountId account) {
        counts.remove(account);
    }
}
