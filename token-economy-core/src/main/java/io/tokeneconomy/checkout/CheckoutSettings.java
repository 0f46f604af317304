package io.tokeneconomy.checkout;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.payment.CheckoutOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * Where a buyer returns to, how long a checkout stays open, and what its page offers.
 *
 * @param baseUrl the shop's public address: absolute, http or https, without query and fragment, at most
 *     {@value #MAX_BASE_URL} characters; final slashes are dropped
 * @param successPath where a buyer lands after paying, by default {@value #SUCCESS_PATH}; gets {@code ?session_id=…}
 * @param cancelPath where a buyer lands without paying, by default {@value #CANCEL_PATH}; gets {@code ?package=…}
 * @param lifetime how long a checkout stays open, {@link #MIN_LIFETIME} to {@link #MAX_LIFETIME}
 * @param options what the payment page offers and asks for, by default {@link CheckoutOptions#NONE}; without the e-mail
 *     of a buyer, which belongs to one checkout
 */
public record CheckoutSettings(
        URI baseUrl, String successPath, String cancelPath, Duration lifetime, CheckoutOptions options) {

    /** Default of {@code successPath}. */
    public static final String SUCCESS_PATH = "/tokens/success";

    /** Default of {@code cancelPath}. */
    public static final String CANCEL_PATH = "/tokens/cancel";

    /** Longest base URL; with path and query the addresses stay within what Stripe takes. */
    public static final int MAX_BASE_URL = 1_000;

    /** A minute over Stripe's half hour, so that a slow request does not miss it. */
    public static final Duration MIN_LIFETIME = Duration.ofMinutes(31);

    /** An hour short of Stripe's 24, so that a clock that runs ahead does not break every checkout; the default. */
    public static final Duration MAX_LIFETIME = Duration.ofHours(23);

    /** @throws InvalidValueException when a value is not allowed */
    public CheckoutSettings {
        baseUrl = checkedBase(baseUrl);
        checkedPath("successPath", successPath);
        checkedPath("cancelPath", cancelPath);
        if (lifetime.compareTo(MIN_LIFETIME) < 0 || lifetime.compareTo(MAX_LIFETIME) > 0) {
            throw new InvalidValueException("checkoutLifetime", lifetime, MIN_LIFETIME + " to " + MAX_LIFETIME);
        }
        if (options.buyer().email() != null) {
            throw new InvalidValueException(
                    "options.buyer.email", "hidden", "none: it is one buyer's, give it with his checkout");
        }
    }

    /** {@return the defaults for a shop at this address} */
    public static CheckoutSettings at(URI baseUrl) {
        return new CheckoutSettings(baseUrl, SUCCESS_PATH, CANCEL_PATH, MAX_LIFETIME, CheckoutOptions.NONE);
    }

    /** {@return these settings for a shop at another address} */
    public CheckoutSettings withBaseUrl(URI newBaseUrl) {
        return new CheckoutSettings(newBaseUrl, successPath, cancelPath, lifetime, options);
    }

    /** {@return these settings with another lifetime} */
    public CheckoutSettings withLifetime(Duration newLifetime) {
        return new CheckoutSettings(baseUrl, successPath, cancelPath, newLifetime, options);
    }

    /** {@return these settings with another payment page} Checkouts that are open keep theirs. */
    public CheckoutSettings withOptions(CheckoutOptions newOptions) {
        return new CheckoutSettings(baseUrl, successPath, cancelPath, lifetime, newOptions);
    }

    /** {@return whether the shop is reached over https} */
    public boolean secure() {
        return "https".equalsIgnoreCase(baseUrl.getScheme());
    }

    /** {@return where the provider sends buyers after paying; holds a place for the session's id} */
    public String successUrl() {
        return baseUrl + successPath + "?session_id={CHECKOUT_SESSION_ID}";
    }

    /** {@return where the provider sends buyers who turn back} */
    public String cancelUrl(String packageId) {
        return baseUrl + cancelPath + "?package=" + packageId;
    }

    private static URI checkedBase(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        boolean plain = url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
        if (!web || url.getHost() == null || !plain) {
            String shown = url.getRawUserInfo() == null ? url.toString() : "an address with a user";
            throw new InvalidValueException(
                    "baseUrl", shown, "an http or https address without user, query and fragment");
        }
        Checks.range("baseUrl length", url.toString().length(), 1, MAX_BASE_URL);
        return URI.create(url.toString().replaceFirst("/+$", ""));
    }

    private static void checkedPath(String field, String path) {
        if (!path.matches("/[A-Za-z0-9/._~-]{0,200}")) {
            throw new InvalidValueException(field, path, "a path that begins with / and needs no escapes");
        }
    }
}
