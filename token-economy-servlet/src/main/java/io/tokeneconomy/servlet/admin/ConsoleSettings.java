package io.tokeneconomy.servlet.admin;

import io.tokeneconomy.error.InvalidValueException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How the operator's console behaves.
 *
 * @param operators who may use it
 * @param fees what the payment provider takes, by lower-case currency code; in other currencies no fees are estimated. By
 *     default {@link CardFees#STRIPE_US} for usd
 * @param infrastructureMinor what running the shop costs a month, in the smallest unit of the currency that is projected;
 *     {@value #INFRASTRUCTURE_MINOR} by default
 */
public record ConsoleSettings(OperatorResolver operators, Map<String, CardFees> fees, long infrastructureMinor) {

    /** Default of {@code infrastructureMinor}: 75.00 where a unit has hundredths. */
    public static final long INFRASTRUCTURE_MINOR = 7_500;

    private static final long MOST_INFRASTRUCTURE = 100_000_000_000L;

    private static final Pattern CURRENCY = Pattern.compile("[a-z]{3}");

    /**
     * @throws InvalidValueException when {@code infrastructureMinor} is negative or more than 10<sup>11</sup>, or a key of
     *     {@code fees} is no lower-case currency code
     */
    public ConsoleSettings {
        fees = Map.copyOf(fees);
        fees.keySet().forEach(ConsoleSettings::requireCurrency);
        if (infrastructureMinor < 0 || infrastructureMinor > MOST_INFRASTRUCTURE) {
            throw new InvalidValueException("infrastructureMinor", infrastructureMinor, "0 to " + MOST_INFRASTRUCTURE);
        }
    }

    private static void requireCurrency(String code) {
        if (!CURRENCY.matcher(code).matches()) {
            throw new InvalidValueException("fees", code, "a currency of three lower-case letters, as in usd");
        }
    }

    /** {@return the defaults for these operators} */
    public static ConsoleSettings of(OperatorResolver operators) {
        return new ConsoleSettings(operators, Map.of("usd", CardFees.STRIPE_US), INFRASTRUCTURE_MINOR);
    }

    /** {@return these settings with other fees in a currency} */
    public ConsoleSettings withFees(String currency, CardFees newFees) {
        Map<String, CardFees> changed = new TreeMap<>(fees);
        changed.put(currency, newFees);
        return new ConsoleSettings(operators, changed, infrastructureMinor);
    }

    /** {@return these settings with another monthly cost of running the shop} */
    public ConsoleSettings withInfrastructure(long amountMinor) {
        return new ConsoleSettings(operators, fees, amountMinor);
    }

    /** {@return the fees in a currency, empty when nobody told} */
    public Optional<CardFees> feesIn(String currency) {
        return Optional.ofNullable(fees.get(currency));
    }
}
