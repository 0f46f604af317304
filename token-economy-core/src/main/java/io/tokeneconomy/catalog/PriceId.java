package io.tokeneconomy.catalog;

import io.tokeneconomy.error.InvalidValueException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The id of a Stripe price: at most 255 characters, as every id of Stripe. */
final class PriceId {

    private static final Pattern PRICE = Pattern.compile("price_[A-Za-z0-9_]{1,249}");
    private static final Pattern SECRET = Pattern.compile("(?s).*?(sk|rk|whsec)_.*");

    private PriceId() {}

    static String checked(String field, String value) {
        if (!PRICE.matcher(value).matches()) {
            throw new InvalidValueException(
                    field, shown(value), "a Stripe price id: price_, then 1 to 249 letters, digits or _");
        }
        return value;
    }

    // a key pasted into the wrong variable must not end in a log
    private static String shown(String value) {
        Matcher secret = SECRET.matcher(value);
        return secret.matches() ? secret.group(1) + "_… (hidden)" : value;
    }
}
