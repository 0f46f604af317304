package io.tokeneconomy.servlet.admin;

import io.tokeneconomy.error.InvalidValueException;
import java.math.BigInteger;

/**
 * What a payment provider takes for each payment: a share of it and a fixed amount.
 *
 * @param basisPoints the share, in hundredths of a percent, 0 to 10,000
 * @param fixedMinor the fixed amount in the currency's smallest unit, 0 to 1,000,000
 */
public record CardFees(int basisPoints, long fixedMinor) {

    /** 2.9 % and 30 ¢: Stripe's list price for cards of the United States, in US dollars (<a
     * href="https://stripe.com/pricing">stripe.com/pricing</a>). */
    public static final CardFees STRIPE_US = new CardFees(290, 30);

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);
    private static final BigInteger HALF = BigInteger.valueOf(5_000);
    private static final long MOST_FIXED = 1_000_000;

    /** @throws InvalidValueException when a number is out of range */
    public CardFees {
        require("basisPoints", basisPoints, 10_000);
        require("fixedMinor", fixedMinor, MOST_FIXED);
    }

    /**
     * {@return the fees of some payments together} The share is rounded once, half up; the provider rounds it for each
     * payment, which may differ by half a unit a payment.
     *
     * @param grossMinor what was paid in all, 0 or more
     * @param payments how many payments, 0 or more
     * @throws ArithmeticException when it does not fit into 64 bits
     */
    public long of(long grossMinor, long payments) {
        BigInteger share = BigInteger.valueOf(grossMinor)
                .multiply(BigInteger.valueOf(basisPoints))
                .add(HALF)
                .divide(WHOLE);
        return Math.addExact(share.longValueExact(), Math.multiplyExact(fixedMinor, payments));
    }

    private static void require(String field, long value, long most) {
        if (value < 0 || value > most) {
            throw new InvalidValueException(field, value, "0 to " + most);
        }
    }
}
