package io.tokeneconomy.servlet;

import io.tokeneconomy.error.InvalidValueException;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * The payment within our pages: whose script shows it, and what the pages' content security policy has to allow for it.
 *
 * @param key the publishable key
 * @param script where the script is
 */
record EmbeddedPayment(String key, URI script) {

    /** Stripe.js of the API version that knows {@code createEmbeddedCheckoutPage}. */
    static final URI STRIPE = URI.create("https://js.stripe.com/dahlia/stripe.js");

    private static final Pattern KEY = Pattern.compile("pk_[A-Za-z0-9_]{1,250}");

    /** @throws InvalidValueException when the key is not publishable, or the script's address not http or https */
    EmbeddedPayment {
        if (!KEY.matcher(key).matches()) { // it may be a secret one: never shown
            throw new InvalidValueException("publishable key", "hidden", "pk_ and up to 250 letters, digits and _");
        }
        if (script.getHost() == null || WebOrigin.of(script).isEmpty()) {
            throw new InvalidValueException("script", script.toString(), "an absolute http or https address");
        }
    }

    /**
     * {@return the policy of a page that may show the payment} See <a
     * href="https://docs.stripe.com/security/guide#content-security-policy">what Stripe.js and Checkout need</a>.
     */
    String contentSecurityPolicy() {
        boolean stripe = script.getHost().equals(STRIPE.getHost());
        String origin = WebOrigin.of(script).orElseThrow().text();
        String scripts = stripe ? "https://js.stripe.com https://*.js.stripe.com https://checkout.stripe.com" : origin;
        String frames = stripe ? scripts + " https://hooks.stripe.com" : origin;
        String connections = stripe ? "https://api.stripe.com https://checkout.stripe.com" : origin;
        String pictures = stripe ? "https://*.stripe.com" : origin;
        return View.contentSecurityPolicy(" " + scripts, " " + connections, " " + pictures) + "; frame-src " + frames;
    }
}
