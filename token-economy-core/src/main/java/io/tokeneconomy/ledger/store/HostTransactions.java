package io.tokeneconomy.ledger.store;

import java.util.Optional;

/**
 * Knows the host's transactions, so that what the ledger books inside one is part of it. Asked at each call, from many
 * threads; answers from memory.
 */
@FunctionalInterface
public interface HostTransactions {

    /** The ledger takes part in no transaction; the default. */
    HostTransactions NONE = Optional::empty;

    /**
     * {@return the transaction that the calling thread has open on the ledger's database} Empty when there is none, also
     * when it is being committed already.
     */
    Optional<HostTransaction> current();
}
