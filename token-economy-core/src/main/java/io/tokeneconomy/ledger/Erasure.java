package io.tokeneconomy.ledger;

import io.tokeneconomy.error.InvalidValueException;

/**
 * What it takes to make a closed account nobody's. A store is given one and does what it says, see
 * {@code LedgerStore.erase}.
 */
public interface Erasure {

    /** {@return whose identity is erased} */
    AccountId account();

    /** {@return what the account is called from now on} */
    AccountId pseudonym();

    /**
     * {@return the account afterwards}
     *
     * @throws InvalidValueException when the account is not closed
     */
    Account erase(Account known);

    /**
     * {@return the entry afterwards}
     *
     * @param salt the account's salt before
     */
    LedgerEntry erase(LedgerEntry entry, Digest salt);
}
