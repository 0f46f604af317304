package io.tokeneconomy.ledger;

/**
 * What an account has at one moment; expired tokens are never part of it.
 *
 * @param settled tokens the account owns
 * @param held tokens of these that are reserved
 * @param available tokens that can be spent: settled less held
 * @param debt tokens the account owes
 */
public record Balance(long settled, long held, long available, long debt) {

    /** {@return the balance of an account without holds and debt} */
    public static Balance ofSettled(long settled) {
        return new Balance(settled, 0, settled, 0);
    }
}
