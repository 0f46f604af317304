package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.Operation;
import io.tokeneconomy.ledger.Outcome;
import java.time.Instant;

/**
 * Told what became of things, after the commit. Never throws. It may take its time and may itself book: call it in a
 * thread that no other operation waits for.
 */
@FunctionalInterface
public interface Watcher {

    /** An entry stands in the ledger. */
    void booked(LedgerEntry entry);

    /** An operation was refused at that time. */
    default void refused(Operation operation, Outcome.Refusal refusal, Instant at) {}

    /** A lot comes near its end. Told only to those who want it. */
    default void expiringSoon(AccountId account, Lot lot, Instant at) {}

    /** {@return whether to look for lots that come near their end} */
    default boolean wantsExpiringSoon() {
        return false;
    }
}
