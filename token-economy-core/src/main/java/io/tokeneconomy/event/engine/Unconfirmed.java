package io.tokeneconomy.event.engine;

import io.tokeneconomy.event.TokenEconomyListener;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.Snapshot;
import io.tokeneconomy.ledger.store.StoreException;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether a commit that was not confirmed stands. An entry's hash covers all that it says and everything
 * before it, so one entry that is there exactly as it was decided proves that the whole update was committed.
 */
final class Unconfirmed {

    private static final Logger LOG = LoggerFactory.getLogger(TokenEconomyListener.class);

    private Unconfirmed() {}

    /**
     * {@return whether it stands for certain} When not, nothing is known: the commit may still be on its way.
     *
     * @param entries what was to be committed
     * @param unknown takes up why it cannot be told
     */
    static boolean stands(LedgerStore store, List<LedgerEntry> entries, StoreException unknown) {
        if (entries.isEmpty()) {
            return false;
        }
        LedgerEntry entry = entries.get(0);
        try {
            // an update, as a plain read would not wait for a commit that is on its way
            return store.<Boolean>update(
                    Scope.of(Set.of(entry.account()), Set.of(entry.key())), found -> Changes.none(holds(found, entry)));
        } catch (StoreException e) {
            unknown.addSuppressed(e);
            return false;
        }
    }

    /** {@return whether it stands, when nothing is on its way any more} When that cannot be read, it does not. */
    static boolean standsNow(LedgerStore store, List<LedgerEntry> entries) {
        try {
            return entries.isEmpty()
                    || holds(store.read(Scope.NOTHING.key(entries.get(0).key())), entries.get(0));
        } catch (StoreException e) {
            LOG.error(
                    "Listeners are not told of {}: it cannot be read",
                    entries.get(0).key(),
                    e);
            return false;
        }
    }

    private static boolean holds(Snapshot found, LedgerEntry entry) {
        return found.entry(entry.key())
                .filter(other -> other.account().equals(entry.account())
                        && other.seal().hash().equals(entry.seal().hash()))
                .isPresent();
    }
}
