package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.order.PaymentMode;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the API is. A key that moves real money is shown to Stripe only, and no key travels in the clear. */
final class ApiBase {

    static final URI STRIPE = URI.create("https://api.stripe.com");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private ApiBase() {}

    /** The address without a slash at its end. */
    static URI checked(URI base) {
        String host = base.getHost();
        boolean plain = base.getRawUserInfo() == null && base.getRawQuery() == null && base.getRawFragment() == null;
        boolean root = base.getRawPath() == null || base.getRawPath().isEmpty() || "/".equals(base.getRawPath());
        if (host == null || !plain || !root || !secure(base, host)) {
            throw new InvalidValueException(
                    "apiBase",
                    shown(base, plain),
                    "https://host[:port], or http://host[:port] on this machine (localhost)");
        }
        return URI.create(base.getScheme() + "://" + base.getRawAuthority());
    }

    static void checkTogether(PaymentMode mode, URI base) {
        if (mode == PaymentMode.LIVE && !base.equals(STRIPE)) {
            throw new InvalidValueException("apiBase", base, STRIPE + " only, since the key is a live key");
        }
    }

    static boolean isThisMachine(@Nullable String host) {
        return host != null && LOOPBACK.matcher(host).matches();
    }

    private static boolean secure(URI base, String host) {
        return "https".equals(base.getScheme()) || ("http".equals(base.getScheme()) && isThisMachine(host));
    }

    private static String shown(URI base, boolean plain) {
        return plain ? base.toString() : base.getScheme() + "://… (hidden, it may hold a password)";
    }
}
