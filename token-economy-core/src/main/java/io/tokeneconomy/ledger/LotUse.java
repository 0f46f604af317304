package io.tokeneconomy.ledger;

/**
 * What an entry did to one lot.
 *
 * @param source the entry that opened the lot: its terms, its key, and the sale when it was bought
 * @param available the change of what is there to spend of it; negative for tokens taken
 * @param held the change of what holds have of it
 */
public record LotUse(LedgerEntry source, long available, long held) {

    /** {@return the change of what the account owns of it: negative for tokens used, 0 for tokens only set aside} */
    public long tokens() {
        return available + held;
    }
}
