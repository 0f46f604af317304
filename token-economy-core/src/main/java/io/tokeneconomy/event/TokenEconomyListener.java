package io.tokeneconomy.event;

import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.order.ParkedPayment;
import java.util.List;

/**
 * Told about what was committed, on the thread that committed it: keep it short, hand longer work to a queue.
 *
 * <p>Delivery is at most once. A replay or a refusal is not told; a process that dies between commit and call tells
 * nobody. What must not be missed is read from the ledger instead. An exception is logged and changes nothing.
 */
public interface TokenEconomyListener {

    /** An entry stands in the ledger. */
    default void entryBooked(LedgerEntry entry) {}

    /** Money was taken that cannot be credited as it stands: a person must look. */
    default void paymentParked(ParkedPayment payment) {}

    /** {@return one listener that tells all of these, each guarded from the others' exceptions} */
    static TokenEconomyListener guarded(List<TokenEconomyListener> listeners) {
        return new GuardedListeners(listeners);
    }
}
