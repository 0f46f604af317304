package io.tokeneconomy.ledger;

/**
 * Something to be booked: immutable, complete and comparable, so that asking twice can be told from asking for
 * something else.
 */
public sealed interface Operation permits Grant, Purchase, Spend {

    /** {@return whose tokens} */
    AccountId account();

    /** {@return how many tokens, always positive} */
    long amount();

    /** {@return the operation's permanent key} */
    IdempotencyKey key();

    /** {@return what the host says about it} */
    Details details();
}
