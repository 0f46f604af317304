package io.tokeneconomy.pricing;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.ChargeContext;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Outcome;
import java.time.Duration;

/**
 * A charge by the price list, seen by the work it pays for. Thread-safe; of no use once the work has returned or thrown,
 * then its methods throw {@link IllegalStateException}.
 */
public final class PricedCharge {

    private final Use use;
    private final Price price;
    private final ChargeContext charge;

    PricedCharge(Use use, Price price, ChargeContext charge) {
        this.use = use;
        this.price = price;
        this.charge = charge;
    }

    /** {@return the price in force when the charge began; it stays the charge's price} */
    public Price price() {
        return price;
    }

    /** {@return 1 when the key's work runs for the first time, see {@link ChargeContext#attempt}} */
    public int attempt() {
        return charge.attempt();
    }

    /**
     * Says how much was used in the end, instead of what the charge was begun with. The last call counts.
     *
     * @param quantity 0 to {@value LedgerLimits#MAX_AMOUNT}; 0 gives all tokens back
     * @throws InvalidValueException when the quantity is out of range, or costs more than
     *     {@value LedgerLimits#MAX_AMOUNT} tokens
     */
    public void settle(long quantity) {
        Checks.range("quantity", quantity, 0, LedgerLimits.MAX_AMOUNT);
        Details details = PriceTag.on(use.details(), price, quantity);
        if (quantity == 0) {
            charge.settle(0, details);
            return;
        }
        Estimate cost = price.estimate(quantity);
        if (price instanceof Price.Metered metered) {
            charge.settleMetered(price.operation(), quantity, metered.rate(), details);
        } else {
            charge.settle(cost.least(), details);
        }
    }

    /**
     * Gives the tokens set aside more time, see {@link ChargeContext#extend}.
     *
     * @throws InvalidValueException when the timeout is out of range
     */
    public Outcome extend(Duration timeout) {
        return charge.extend(timeout);
    }
}
