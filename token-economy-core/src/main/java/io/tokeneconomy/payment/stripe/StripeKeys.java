package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.order.PaymentMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Stripe's API keys, and hides whatever was given where one was expected. */
final class StripeKeys {

    private static final Pattern KEY = Pattern.compile("[sr]k_(test|live)_[A-Za-z0-9_]{1,240}");
    private static final Pattern PREFIX = Pattern.compile("(?s)((?:[a-z]{2}_(?:test|live)|whsec)_).*");

    private StripeKeys() {}

    /** The key without the blanks around it, or an {@link InvalidValueException} that does not show it. */
    static String checked(@Nullable String key) {
        String trimmed = key == null ? "" : key.strip();
        if (!KEY.matcher(trimmed).matches()) {
            throw new InvalidValueException(
                    "secretKey",
                    masked(key),
                    "a secret or restricted key: sk_test_…, rk_test_…, sk_live_… or rk_live_…");
        }
        return trimmed;
    }

    static PaymentMode mode(String checkedKey) {
        return checkedKey.startsWith("_live_", 2) ? PaymentMode.LIVE : PaymentMode.TEST;
    }

    /** The public prefix of a key or webhook secret at most. */
    static String masked(@Nullable String secret) {
        if (secret == null) {
            return "missing";
        }
        String trimmed = secret.strip();
        Matcher known = PREFIX.matcher(trimmed);
        return known.matches() ? known.group(1) + "… (hidden)" : trimmed.length() + " characters (hidden)";
    }
}
