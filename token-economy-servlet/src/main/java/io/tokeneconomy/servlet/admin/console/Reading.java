package io.tokeneconomy.servlet.admin.console;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.LedgerLimits;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Readers of what people type. Each throws {@link InvalidValueException} that says what is allowed. */
final class Reading {

    /** Longest reason: leaves room for what it is the reason of. */
    static final int MAX_REASON = 300;

    private static final String DIGITS = "(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)";
    private static final Pattern WHOLE = Pattern.compile("[+\u2212-]?" + DIGITS);
    private static final Pattern AMOUNT = Pattern.compile(DIGITS + "(?:\\.[0-9]+)?");

    private Reading() {}

    /** A whole number in a range; digits may be grouped by commas, in threes: 1,5 is no 15. */
    static Function<String, Long> number(String field, long least, long most) {
        return text -> {
            try {
                long number = Long.parseLong(text.replace(",", "").replace('−', '-'));
                if (WHOLE.matcher(text).matches() && number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // told below
            }
            throw new InvalidValueException(
                    field, text, "a whole number from " + Figures.number(least) + " to " + Figures.number(most));
        };
    }

    static Function<String, Long> tokens() {
        return number("tokens", 1, LedgerLimits.MAX_AMOUNT);
    }

    static String reason(String text) {
        boolean clean = text.codePoints().noneMatch(Character::isISOControl);
        if (text.isEmpty() || text.length() > MAX_REASON || !clean) {
            throw new InvalidValueException("reason", text, "1 to " + MAX_REASON + " characters, in one line");
        }
        return text;
    }

    /** An amount of money in whole units, as in 75.00; at most so many digits behind the point. */
    static Function<String, Long> minor(String field, int fractionDigits, long mostMinor) {
        return text -> {
            try {
                if (text.length() <= 20 && AMOUNT.matcher(text).matches()) {
                    long minor = new BigDecimal(text.replace(",", ""))
                            .movePointRight(fractionDigits)
                            .longValueExact();
                    if (minor <= mostMinor) {
                        return minor;
                    }
                }
            } catch (ArithmeticException e) {
                // told below
            }
            throw new InvalidValueException(
                    field,
                    text,
                    "an amount up to "
                            + BigDecimal.valueOf(mostMinor, fractionDigits).toPlainString());
        };
    }

    static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1970 && date.getYear() <= 9998) {
                return date;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new InvalidValueException("date", text, "a date from 1970 on, as in 2026-12-31");
    }

    /** The end of a day in UTC; null for no date. */
    static @Nullable Instant endOf(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
