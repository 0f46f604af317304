package io.tokeneconomy.topup.engine;

import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.event.TokenEconomyEvent.Booked;
import io.tokeneconomy.event.TokenEconomyListener;
import io.tokeneconomy.ledger.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees which balances fall below their buyers' thresholds, from memory: whoever books must not wait. What it misses, such
 * as accounts that another process enabled, the next sweep finds. Thread-safe.
 */
public final class TopUpWatch implements TokenEconomyListener {

    /** Most accounts that are watched; those beyond it wait for the sweep. */
    static final int MAX_WATCHED = 100_000;

    private record Line(long threshold, Instant from) {}

    private final Map<AccountId, Line> lines = new ConcurrentHashMap<>();
    private final Set<AccountId> low = ConcurrentHashMap.newKeySet();
    private volatile Runnable news = () -> {};

    /**
     * Says whom to wake.
     *
     * @param onNews called when there is somebody to look at; returns at once
     */
    public void wakes(Runnable onNews) {
        this.news = onNews;
    }

    @Override
    public void onEvent(TokenEconomyEvent event) {
        if (event instanceof Booked booked && isLow(booked) && low.add(booked.account())) {
            news.run();
        }
    }

    private boolean isLow(Booked booked) {
        Line line = lines.get(booked.account());
        return line != null
                && booked.entry().movement().after().available() < line.threshold()
                && !booked.at().isBefore(line.from());
    }

    /** From then on a balance below the threshold is news. */
    void watch(AccountId account, long threshold, Instant from) {
        if (lines.size() < MAX_WATCHED || lines.containsKey(account)) {
            lines.put(account, new Line(threshold, from));
        }
    }

    void forget(AccountId account) {
        lines.remove(account);
    }

    /** Who is to be looked at; each is told once. */
    List<AccountId> take() {
        return List.copyOf(low).stream().filter(low::remove).toList();
    }
}
