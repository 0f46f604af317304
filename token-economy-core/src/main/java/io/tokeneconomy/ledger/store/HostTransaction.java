package io.tokeneconomy.ledger.store;

/** A transaction that the host has begun and will end. Used by the thread that has it open. */
public interface HostTransaction {

    /** {@return a store whose calls are committed or rolled back with the transaction} It is never closed. */
    LedgerStore store();

    /** {@return whether the host promised to write nothing} Then nothing is booked. */
    boolean readOnly();

    /**
     * Has one of these called when the transaction is over, on the thread that ended it.
     *
     * @param committed called when it was committed, or nobody knows
     * @param rolledBack called when it was rolled back
     */
    void atEnd(Runnable committed, Runnable rolledBack);
}
