package io.tokeneconomy.ledger.store.firestore;

import com.google.protobuf.Timestamp;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Accounts as this process saw or wrote them last, those used last. They may be outdated at any time: whoever builds on
 * one must have Firestore check its version.
 */
final class KnownAccounts {

    /**
     * One account.
     *
     * @param version of its document
     * @param alone whether nobody else wrote it between our last two looks
     */
    record Known(Account account, Timestamp version, boolean alone) {}

    private final Map<AccountId, Known> known;

    KnownAccounts(int most) {
        this.known = new LastUsed(most);
    }

    /** {@return all of these accounts; null unless every one is known, and written by this process alone} */
    synchronized @Nullable Map<AccountId, Known> all(Collection<AccountId> ids) {
        Map<AccountId, Known> found = new HashMap<>();
        for (AccountId id : ids) {
            Known account = known.get(id);
            if (account == null || !account.alone()) {
                return null;
            }
            found.put(id, account);
        }
        return found;
    }

    /**
     * Remembers an account.
     *
     * @param seen the version that was there before this process wrote; null when there was none
     * @param version the version that is there now
     */
    synchronized void learn(Account account, @Nullable Timestamp seen, Timestamp version) {
        Known last = known.get(account.id());
        boolean alone = last == null || last.version().equals(seen);
        known.put(account.id(), new Known(account, version, alone));
    }

    /** Somebody else writes these accounts too: guessing would be in vain until he stops. */
    synchronized void contested(Collection<AccountId> ids) {
        ids.forEach(id -> known.computeIfPresent(id, (same, last) -> new Known(last.account(), last.version(), false)));
    }

    synchronized void forget(Collection<AccountId> ids) {
        ids.forEach(known::remove);
    }

    private static final class LastUsed extends LinkedHashMap<AccountId, Known> {

        private static final long serialVersionUID = 1L;

        private final int most;

        private LastUsed(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, Known> eldest) {
            return size() > most;
        }
    }
}
