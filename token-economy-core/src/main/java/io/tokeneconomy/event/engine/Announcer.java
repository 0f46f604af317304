package io.tokeneconomy.event.engine;

import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.event.TokenEconomyEvent.OfEntry;
import io.tokeneconomy.event.TokenEconomyListener;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import io.tokeneconomy.ledger.engine.Watcher;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells this process's listeners. Entries are told in order only if they are booked through a {@link WatchedStore} that
 * has this announcer; others are not told at all.
 */
public final class Announcer implements Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(TokenEconomyListener.class);

    private final Lines lines = new Lines();
    private final TokenEconomyListener listener;
    private final ToLongFunction<AccountId> lowBalance;
    private final boolean hasListeners;

    /**
     * @param listeners who is told; may be none
     * @param lowBalance each account's threshold, below 1 for none
     */
    public Announcer(List<TokenEconomyListener> listeners, ToLongFunction<AccountId> lowBalance) {
        this.listener = TokenEconomyListener.guarded(listeners);
        this.lowBalance = lowBalance;
        this.hasListeners = !listeners.isEmpty();
    }

    /** Tells what has no place in an account's order. */
    public void tell(TokenEconomyEvent event) {
        listener.onEvent(event);
    }

    @Override
    public void booked(LedgerEntry entry) {
        if (hasListeners) {
            lines.tell(entry.account(), this::tellOf);
        }
    }

    @Override
    public void refused(Operation operation, Outcome.Refusal refusal, Instant at) {
        tell(new TokenEconomyEvent.Refused(at, operation, refusal));
    }

    @Override
    public void expiringSoon(AccountId account, Lot lot, Instant at) {
        tell(new TokenEconomyEvent.ExpiringSoon(at, account, lot));
    }

    @Override
    public boolean wantsExpiringSoon() {
        return hasListeners;
    }

    boolean hasListeners() {
        return hasListeners;
    }

    Lines lines() {
        return lines;
    }

    /** Who failed does not tell for the others: he may be in the middle of anything. */
    void failed(List<AccountId> accounts) {
        if (!accounts.isEmpty()) {
            ForkJoinPool.commonPool().execute(() -> accounts.forEach(account -> lines.tell(account, this::tellOf)));
        }
    }

    private void tellOf(LedgerEntry entry) {
        List<OfEntry> events = EntryEvents.of(entry, threshold(entry.account()));
        events.forEach(listener::onEvent);
    }

    private long threshold(AccountId account) {
        try {
            return lowBalance.applyAsLong(account);
        } catch (RuntimeException e) {
            LOG.error("No threshold for account {}: a low balance is not told", account, e);
            return 0;
        }
    }
}
