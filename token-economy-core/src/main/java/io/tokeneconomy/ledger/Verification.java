package io.tokeneconomy.ledger;

/** What a check of an account's whole history found. */
public sealed interface Verification {

    /** {@return whose history} */
    AccountId account();

    /** {@return whether the history is whole} */
    default boolean intact() {
        return this instanceof Intact;
    }

    /**
     * Every entry is there, in order, unaltered, and leads to the account's state.
     *
     * @param account which account
     * @param entries how many entries were checked
     * @param head the hash of the last of them
     */
    record Intact(AccountId account, long entries, Digest head) implements Verification {}

    /**
     * The history was altered, or does not lead to the account's state.
     *
     * @param account which account
     * @param sequence the first entry that is wrong
     * @param reason what is wrong with it
     */
    record Broken(AccountId account, long sequence, String reason) implements Verification {}
}
