package io.tokeneconomy.catalog;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The currencies Stripe takes, with Stripe's decimals, after
 * <a href="https://docs.stripe.com/currencies">docs.stripe.com/currencies</a>.
 *
 * <p>A table of our own because {@link java.util.Currency} answers something else: it differs from Stripe in ISK, MGA
 * and UGX, differs between JDK builds, and still knows the Deutsche Mark.
 *
 * @param code lower-case ISO 4217 code
 * @param fractionDigits how many of the last digits of a minor amount are the fraction
 * @param stepMinor amounts must be a multiple of this
 * @param maxMinor the largest amount every payment method takes
 * @param symbol what an amount is prefixed with
 */
record StripeCurrency(String code, int fractionDigits, long stepMinor, long maxMinor, String symbol) {

    private static final String TWO_DIGITS =
            "aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bmd bnd bob brl bsd bwp byn bzd"
                    + " cad cdf chf cny cop crc cve czk dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gtq gyd"
                    + " hkd hnl htg huf idr ils inr jmd kes kgs khr kyd kzt lak lbp lkr lrd lsl mad mdl mkd mmk"
                    + " mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd pab pen pgk php pkr pln qar ron"
                    + " rsd rub sar sbd scr sek sgd shp sle sos srd std szl thb tjs top try ttd twd tzs uah usd"
                    + " uyu uzs wst xcd xcg yer zar zmw";
    private static final String NO_DIGITS = "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf";
    /** Without a fraction in life, yet sent with two zeros "to maintain backwards compatibility". */
    private static final String WHOLE_UNITS_IN_TWO_DIGITS = "isk ugx";
    /** The last digit must be 0: Stripe's partners do not take it. */
    private static final String THREE_DIGITS = "bhd jod kwd omr tnd";

    private static final long EIGHT_NINES = 99_999_999L;
    private static final Map<String, Long> LARGER_MAXIMA =
            Map.of("inr", 999_999_999L, "cop", 9_999_999_999L, "idr", 999_999_999_999L);
    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("usd", "$"),
            Map.entry("eur", "€"),
            Map.entry("gbp", "£"),
            Map.entry("jpy", "¥"),
            Map.entry("cny", "CN¥"),
            Map.entry("inr", "₹"),
            Map.entry("krw", "₩"),
            Map.entry("aud", "A$"),
            Map.entry("cad", "CA$"),
            Map.entry("nzd", "NZ$"),
            Map.entry("hkd", "HK$"),
            Map.entry("twd", "NT$"),
            Map.entry("mxn", "MX$"),
            Map.entry("brl", "R$"),
            Map.entry("ils", "₪"),
            Map.entry("php", "₱"),
            Map.entry("vnd", "₫"));

    private static final Map<String, StripeCurrency> ALL = table();

    /** The currency of that code, or an {@link InvalidValueException} for {@code field}. */
    static StripeCurrency require(String field, @Nullable String code) {
        StripeCurrency found = code == null ? null : ALL.get(code);
        if (found == null) {
            throw new InvalidValueException(
                    field, String.valueOf(code), "a lower-case ISO 4217 code Stripe takes, such as usd, eur or jpy");
        }
        return found;
    }

    static Optional<StripeCurrency> find(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    /** An amount's digits, in groups of three: {@code 1,234.56}. Not negative. */
    String digits(BigInteger amountMinor) {
        BigDecimal units = new BigDecimal(amountMinor, fractionDigits);
        return String.format(Locale.ROOT, "%,." + fractionDigits + "f", units);
    }

    /** Refuses, for {@code field}, an amount that Stripe does not take in this currency. */
    void checkAmount(String field, long amountMinor) {
        Checks.range(field, amountMinor, 0, maxMinor);
        if (amountMinor % stepMinor != 0) {
            throw new InvalidValueException(field, amountMinor, "a multiple of " + stepMinor + " in " + code);
        }
    }

    static Collection<StripeCurrency> all() {
        return ALL.values();
    }

    private static Map<String, StripeCurrency> table() {
        Map<String, StripeCurrency> table = new TreeMap<>();
        addAll(table, TWO_DIGITS, 2, 1);
        addAll(table, NO_DIGITS, 0, 1);
        addAll(table, WHOLE_UNITS_IN_TWO_DIGITS, 2, 100);
        addAll(table, THREE_DIGITS, 3, 10);
        return Collections.unmodifiableMap(table);
    }

    private static void addAll(Map<String, StripeCurrency> table, String codes, int fractionDigits, long stepMinor) {
        for (String code : codes.split(" ", -1)) {
            long maxMinor = LARGER_MAXIMA.getOrDefault(code, EIGHT_NINES);
            String symbol = SYMBOLS.getOrDefault(code, code.toUpperCase(Locale.ROOT) + " ");
            table.put(code, new StripeCurrency(code, fractionDigits, stepMinor, maxMinor, symbol));
        }
    }
}
