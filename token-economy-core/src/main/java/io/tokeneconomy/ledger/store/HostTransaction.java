package io.tokeneconomy.ledger.store;

import java.util.function.Consumer;

/** A transaction that the host has begun and will end. Used by the thread that has it open. */
public interface HostTransaction {

    /** {@return a store whose calls are committed or rolled back with the transaction} It is never closed. */
    LedgerStore store();

    /** {@return whether the host promised to write nothing} Then nothing is booked. */
    boolean readOnly();

    /**
     * Has this called when the transaction is over, on the thread that ended it.
     *
     * @param ended told how it ended
     */
    void atEnd(Consumer<End> ended);

    /** How a transaction ended. */
    enum End {
        /** It was committed, with everything that was booked in it. */
        COMMITTED,
        /** Nothing of it stands. */
        ROLLED_BACK,
        /** Nobody knows, or a savepoint took some of it back: whoever wants to know has to look. */
        UNKNOWN
    }
}
