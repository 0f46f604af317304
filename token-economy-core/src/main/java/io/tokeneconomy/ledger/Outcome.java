package io.tokeneconomy.ledger;

/** What came of an operation. Only {@link Applied} and {@link Replayed} mean that it stands in the ledger. */
public sealed interface Outcome {

    /**
     * {@return the entry, when the operation stands in the ledger}
     *
     * @throws OperationRefusedException with the reason, when it does not
     */
    default LedgerEntry orElseThrow() {
        if (this instanceof Applied applied) {
            return applied.entry();
        }
        if (this instanceof Replayed replayed) {
            return replayed.entry();
        }
        throw new OperationRefusedException(this);
    }

    /**
     * Booked now.
     *
     * @param entry the new entry
     */
    record Applied(LedgerEntry entry) implements Outcome {}

    /**
     * Booked before under the same key; nothing changed.
     *
     * @param entry the entry of the first time
     */
    record Replayed(LedgerEntry entry) implements Outcome {}

    /**
     * Refused: the account has too few tokens. Nothing changed; the key is still free.
     *
     * @param account whose account
     * @param available the tokens it could spend
     * @param required the tokens asked for
     */
    record Insufficient(AccountId account, long available, long required) implements Outcome {}

    /**
     * Refused: the key already names another operation.
     *
     * @param existing the entry that owns the key
     */
    record KeyConflict(LedgerEntry existing) implements Outcome {}

    /**
     * Refused: the account would hold more than {@value LedgerLimits#MAX_BALANCE} tokens.
     *
     * @param account whose account
     * @param balance the tokens it holds
     * @param amount the tokens to be added
     */
    record OverLimit(AccountId account, long balance, long amount) implements Outcome {}
}
