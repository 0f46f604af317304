package io.tokeneconomy.event.engine;

import io.tokeneconomy.ledger.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often an account failed in a row, and how long to wait after that. Not thread-safe. */
final class Setbacks {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Beyond so many accounts the oldest is forgotten, and tried again sooner. */
    private static final int REMEMBERED = 10_000;

    private final Map<AccountId, Setback> setbacks = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, Setback> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Setback(int count, Instant until) {}

    /** {@return when to go on after one failure more} */
    Instant add(AccountId account, Instant now) {
        Setback last = setbacks.get(account);
        int count = last == null ? 1 : last.count() + 1;
        Duration wait = FIRST.multipliedBy(1L << Math.min(count - 1, 30));
        Instant until = now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
        setbacks.put(account, new Setback(count, until));
        return until;
    }

    /** {@return whether the last failure is too recent} */
    boolean holdUp(AccountId account, Instant now) {
        Setback last = setbacks.get(account);
        return last != null && now.isBefore(last.until());
    }

    void forget(AccountId account) {
        setbacks.remove(account);
    }
}
