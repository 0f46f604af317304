package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.MeteredSpend;
import io.tokeneconomy.ledger.Metering;
import io.tokeneconomy.ledger.Remainder;
import java.math.BigInteger;

/** Metered use in exact fractions of tokens. */
final class Meters {

    /**
     * What metered use costs now.
     *
     * @param tokens whole tokens, 0 or more
     * @param metering what the entry records, with the part that is carried on
     */
    record Charge(long tokens, Metering metering) {}

    private Meters() {}

    static Charge charge(Account account, MeteredSpend use) {
        Remainder carried = account.counters().remainders().getOrDefault(use.meter(), Remainder.ZERO);
        BigInteger units = BigInteger.valueOf(use.rate().units());
        BigInteger old = BigInteger.valueOf(carried.denominator());
        BigInteger denominator = units.divide(units.gcd(old)).multiply(old);
        BigInteger total = BigInteger.valueOf(use.units())
                .multiply(BigInteger.valueOf(use.rate().tokens()))
                .multiply(denominator.divide(units))
                .add(BigInteger.valueOf(carried.numerator()).multiply(denominator.divide(old)));
        BigInteger[] parts = total.divideAndRemainder(denominator);
        if (parts[0].compareTo(BigInteger.valueOf(LedgerLimits.MAX_AMOUNT)) > 0) {
            throw new InvalidValueException(
                    "units", use.units(), "units that cost at most " + LedgerLimits.MAX_AMOUNT + " tokens");
        }
        Remainder left = lowest(parts[1], denominator, use);
        return new Charge(parts[0].longValueExact(), new Metering(use.meter(), use.units(), use.rate(), left));
    }

    private static Remainder lowest(BigInteger numerator, BigInteger denominator, MeteredSpend use) {
        BigInteger common = numerator.gcd(denominator);
        BigInteger lowest = denominator.divide(common);
        if (lowest.compareTo(BigInteger.valueOf(Remainder.MAX_DENOMINATOR)) > 0) {
            throw new InvalidValueException(
                    "rate", use.rate(), "units that have factors in common with the meter's earlier rates");
        }
        return new Remainder(numerator.divide(common).longValueExact(), lowest.longValueExact());
    }
}
