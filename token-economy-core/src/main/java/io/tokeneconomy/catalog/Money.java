package io.tokeneconomy.catalog;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * An amount a shop asks for, as Stripe counts it: whole minor units and a currency. Immutable; no floating point.
 *
 * <p>How many digits are the fraction is Stripe's rule, which is not Java's
 * (<a href="https://docs.stripe.com/currencies">docs.stripe.com/currencies</a>): most currencies have two, so 999 usd
 * is $9.99; BIF, CLP, DJF, GNF, JPY, KMF, KRW, MGA, PYG, RWF, VND, VUV, XAF, XOF and XPF have none; BHD, JOD, KWD, OMR
 * and TND have three, the last of which must be 0; ISK and UGX are counted in hundredths but sold in whole units, so
 * that 5 ISK is 500.
 *
 * <p>The largest amount is 99,999,999, the eight digits every payment method of Stripe takes; 999,999,999 for INR,
 * 9,999,999,999 for COP, 999,999,999,999 for IDR. Cards alone may take more, and Stripe's minimum (50 cents for USD)
 * depends on the account's settlement currency: neither is checked here.
 *
 * @param amountMinor the amount in the currency's minor units, 0 to the maximum above
 * @param currency the lower-case ISO 4217 code, as Stripe writes it
 */
public record Money(long amountMinor, String currency) {

    /**
     * Checks the amount against the currency.
     *
     * @throws InvalidValueException when Stripe does not take the currency, or not this amount of it
     */
    public Money {
        StripeCurrency.require("currency", currency).checkAmount("amountMinor", amountMinor);
    }

    /**
     * {@return that many minor units of a currency, as in {@code Money.of(999, "usd")} for $9.99}
     *
     * @param amountMinor the amount in the currency's minor units
     * @param currency the lower-case ISO 4217 code
     * @throws InvalidValueException when Stripe does not take the currency, or not this amount of it
     */
    public static Money of(long amountMinor, String currency) {
        return new Money(amountMinor, currency);
    }

    /**
     * {@return this amount for each of {@code quantity} pieces, exactly}
     *
     * @param quantity how many, 0 or more
     * @throws InvalidValueException when the quantity is negative or the product is above the currency's maximum
     */
    public Money times(long quantity) {
        long most = amountMinor == 0 ? Long.MAX_VALUE : rules().maxMinor() / amountMinor;
        return new Money(amountMinor * Checks.range("quantity", quantity, 0, most), currency);
    }

    /** {@return the amount in whole units and their fraction, exactly: 999 usd is 9.99, 500 jpy is 500} */
    public BigDecimal amount() {
        return BigDecimal.valueOf(amountMinor, rules().fractionDigits());
    }

    /**
     * {@return the amount for an English reader, whatever the machine's locale: {@code $1,234.56}, {@code ¥500},
     * {@code KWD 5.120}} Currencies without a symbol of their own are shown by their code.
     */
    public String format() {
        return rules().symbol() + digits(amountMinor);
    }

    /**
     * {@return a sum of amounts in the form of {@link #format()}, which may be negative and of any size} A currency that
     * Stripe does not know is shown as it is, in minor units.
     *
     * @param sumMinor the sum in the currency's minor units
     * @param currency the lower-case ISO 4217 code
     */
    public static String formatSum(long sumMinor, String currency) {
        Optional<StripeCurrency> known = StripeCurrency.find(currency);
        String sign = sumMinor < 0 ? "−" : "";
        BigInteger size = BigInteger.valueOf(sumMinor).abs();
        return known.map(rules -> sign + rules.symbol() + rules.digits(size)).orElse(sumMinor + " " + currency);
    }

    /**
     * {@return how many of an amount's last digits are the fraction}
     *
     * @param currency the lower-case ISO 4217 code
     * @throws InvalidValueException when Stripe does not take the currency
     */
    public static int fractionDigits(String currency) {
        return StripeCurrency.require("currency", currency).fractionDigits();
    }

    /** {@return the amount with its currency code, {@code USD 9.99}: no two currencies look alike} */
    @Override
    public String toString() {
        return currency.toUpperCase(Locale.ROOT) + ' ' + digits(amountMinor);
    }

    private String digits(long minor) {
        return rules().digits(BigInteger.valueOf(minor));
    }

    private StripeCurrency rules() {
        return StripeCurrency.require("currency", currency);
    }
}
