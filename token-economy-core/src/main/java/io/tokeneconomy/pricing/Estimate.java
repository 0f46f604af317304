package io.tokeneconomy.pricing;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Remainder;
import java.math.BigInteger;

/**
 * What something would cost: exactly {@code least + part} tokens. Of metered use an account pays {@code least} or
 * {@code most} whole tokens, depending on what it carries from earlier use; what it does not pay now it carries on. See
 * {@link Prices#estimate(io.tokeneconomy.ledger.AccountId, String, long)} for one account's.
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

    /**
     * {@return what it takes from an account whose meter carries that much from earlier use}
     *
     * @throws InvalidValueException when the sum of the parts is finer than can be kept
     */
    AccountEstimate after(Remainder carried) {
        // denominators of at most 10^6 and 10^12
        long whole = Math.multiplyExact(part.denominator(), carried.denominator());
        long parts = part.numerator() * carried.denominator() + carried.numerator() * part.denominator();
        return new AccountEstimate(this, least + parts / whole, lowest(parts % whole, whole));
    }

    /** The estimate of a number of parts of tokens. */
    static Estimate of(Price price, long quantity, long parts, long partsOfToken) {
        return new Estimate(price, quantity, parts / partsOfToken, lowest(parts % partsOfToken, partsOfToken));
    }

    private static Remainder lowest(long parts, long partsOfToken) {
        long common =
                BigInteger.valueOf(parts).gcd(BigInteger.valueOf(partsOfToken)).longValueExact();
        return new Remainder(parts / common, partsOfToken / common);
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
