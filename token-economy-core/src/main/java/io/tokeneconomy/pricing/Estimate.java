package io.tokeneconomy.pricing;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Remainder;
import java.math.BigInteger;

/**
 * What something would cost: exactly {@code least + part} tokens. Of metered use an account pays {@code least} or
 * {@code most} whole tokens, whatever it carries from earlier use; what it does not pay now it carries on.
 *
 * @param price the price it was made with
 * @param quantity of how many
 * @param least the whole tokens it costs at least
 * @param part the part of a token it costs beyond that; none at a fixed price
 */
public record Estimate(Price price, long quantity, long least, Remainder part) {

    /** {@return the whole tokens it costs at most} */
    public long most() {
        return part.numerator() == 0 ? least : least + 1;
    }

    /** The estimate of a number of parts of tokens. */
    static Estimate of(Price price, long quantity, long parts, long partsOfToken) {
        long rest = parts % partsOfToken;
        long common =
                BigInteger.valueOf(rest).gcd(BigInteger.valueOf(partsOfToken)).longValueExact();
        Remainder part = new Remainder(rest / common, partsOfToken / common);
        return new Estimate(price, quantity, parts / partsOfToken, part);
    }

    static void requirePayable(Price price, long quantity) {
        if (quantity < 1 || quantity > price.mostQuantity()) {
            throw new InvalidValueException(
                    "quantity",
                    quantity,
                    "1 to " + price.mostQuantity() + " of " + price.operation() + " at " + price.text()
                            + ", which costs at most " + LedgerLimits.MAX_AMOUNT + " tokens");
        }
    }
}
