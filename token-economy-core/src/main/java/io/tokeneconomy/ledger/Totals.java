package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;

/**
 * What an account adds up to. The law that every entry keeps: settled = tokens in lots + held − debt.
 *
 * @param settled the sum of all entries; negative while the account owes more than it has
 * @param held tokens set aside by open holds
 * @param debt tokens that the account owes; the next ones it gets pay them first
 */
public record Totals(long settled, long held, long debt) {

    /** Nothing at all. */
    public static final Totals ZERO = new Totals(0, 0, 0);

    /** @throws io.tokeneconomy.error.InvalidValueException when a number is out of range */
    public Totals {
        Checks.range("settled", settled, -LedgerLimits.MAX_BALANCE, LedgerLimits.MAX_BALANCE);
        Checks.range("held", held, 0, LedgerLimits.MAX_BALANCE);
        Checks.range("debt", debt, 0, LedgerLimits.MAX_BALANCE);
        Checks.range("available", settled - held + debt, 0, LedgerLimits.MAX_BALANCE);
    }

    /** {@return the tokens in open lots} */
    public long available() {
        return settled - held + debt;
    }
}
