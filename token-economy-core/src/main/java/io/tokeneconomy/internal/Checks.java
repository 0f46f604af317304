package io.tokeneconomy.internal;

import io.tokeneconomy.error.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Argument checks whose errors name the field, the value and what is allowed. */
public final class Checks {

    /** Every store and the hash keep times as whole microseconds in 64 bits; the year 9999 is far within. */
    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    private Checks() {}

    /** A text of 1 to {@code max} characters, not blank, without control characters and line ends. */
    public static String text(String field, @Nullable String value, int max) {
        return checkedText(field, value, 1, max);
    }

    /** A text of at most {@code max} characters without control characters, or null. */
    public static @Nullable String optionalText(String field, @Nullable String value, int max) {
        return value == null ? null : checkedText(field, value, 0, max);
    }

    private static String checkedText(String field, @Nullable String value, int min, int max) {
        if (value == null
                || value.length() > max
                || (min > 0 && value.isBlank())
                || !(isPrintableAscii(value) || isPrintable(value))) {
            throw new InvalidValueException(
                    field,
                    String.valueOf(value),
                    min + " to " + max + " characters of valid Unicode, no control characters");
        }
        return value;
    }

    /** A text that matches {@code pattern}. */
    public static String matching(String field, @Nullable String value, Pattern pattern, String allowed) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new InvalidValueException(field, String.valueOf(value), allowed);
        }
        return value;
    }

    /** A number from {@code min} to {@code max}, both included. */
    public static long range(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw new InvalidValueException(field, value, min + " to " + max);
        }
        return value;
    }

    /** A time from 1970 to the end of the year 9999, cut to whole microseconds. */
    public static Instant time(String field, Instant value) {
        Instant micros = value.truncatedTo(ChronoUnit.MICROS);
        if (micros.isBefore(Instant.EPOCH) || micros.isAfter(LAST_TIME)) {
            throw new InvalidValueException(field, value, Instant.EPOCH + " to " + LAST_TIME);
        }
        return micros;
    }

    /** A map copied in key order, its size and the lengths of its keys and values limited. */
    public static Map<String, String> metadata(
            String field, Map<String, String> map, int maxSize, int maxKey, int maxValue) {
        if (map.size() > maxSize) {
            throw new InvalidValueException(field + " size", map.size(), "at most " + maxSize + " entries");
        }
        TreeMap<String, String> copy = new TreeMap<>();
        map.forEach((key, value) ->
                copy.put(text(field + " key", key, maxKey), checkedText(field + "." + key, value, 0, maxValue)));
        return Collections.unmodifiableMap(copy);
    }

    /** {@return whether all characters are those from the blank to the tilde} */
    public static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** A lone surrogate has no UTF-8 form: two such texts would be stored and hashed alike. */
    private static boolean isPrintable(String text) {
        return !CONTROL.matcher(text).find()
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
