package io.tokeneconomy.payment.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import io.tokeneconomy.payment.PaymentException.Reason;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says in our words what went wrong at Stripe, after <a
 * href="https://docs.stripe.com/api/errors">docs.stripe.com/api/errors</a>. Messages carry HTTP status, Stripe's
 * code, parameter and request id; keys and e-mail addresses that Stripe repeats are taken out. Stripe's own
 * exceptions are not kept as causes: their messages may hold a whole answer.
 */
final class StripeErrors {

    private static final int MAX_TEXT = 300;
    private static final String MISSING = "resource_missing";
    private static final Pattern SECRET =
            Pattern.compile("\\b(?:sk|rk|pk|whsec|ek|seti|pi)_[A-Za-z0-9_*]*(?:secret|\\*)"
                    + "[A-Za-z0-9_*]*|\\b(?:(?:sk|rk|pk|ek)_(?:test|live)|whsec)_[A-Za-z0-9_*]+");
    private static final Pattern EMAIL = Pattern.compile("[^\\s'\"<>:]+@[^\\s'\"<>]+");
    private static final Pattern PERMISSION = Pattern.compile("\\brak_[a-z0-9_]+");

    private StripeErrors() {}

    /** What Stripe's library reports for the call named by {@code what}. */
    static StripeTrouble of(String what, StripeException e) {
        int status = e.getStatusCode() == null ? 0 : e.getStatusCode();
        @Nullable StripeError error = e.getStripeError();
        boolean missing = MISSING.equals(e.getCode());
        boolean customer = missing && error != null && "customer".equals(error.getParam());
        return new StripeTrouble(
                customer ? Reason.UNKNOWN_CUSTOMER : reason(status),
                message(what, status, e, error),
                status,
                missing && status == 404,
                e.getCause() instanceof IOException ? e.getCause() : null);
    }

    /** An answer that Stripe's library could not cope with: what happened at Stripe is unknown. */
    static StripeTrouble unreadable(String what, RuntimeException e) {
        return new StripeTrouble(Reason.UNREADABLE, what + " failed: Stripe's answer cannot be read", 0, false, e);
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 401, 403 -> Reason.UNAUTHORIZED;
            case 429 -> Reason.RATE_LIMITED;
            // the same request is still in progress elsewhere
            case 409 -> Reason.UNAVAILABLE;
            default -> byClass(status);
        };
    }

    private static Reason byClass(int status) {
        return switch (status / 100) {
            // done, and what it says is no answer of Stripe
            case 2 -> Reason.UNREADABLE;
            case 4 -> Reason.REJECTED;
            default -> Reason.UNAVAILABLE;
        };
    }

    private static String message(String what, int status, StripeException e, @Nullable StripeError error) {
        StringBuilder message = new StringBuilder(what).append(" failed: ");
        message.append(status == 0 ? "Stripe was not reached" : "Stripe answered " + status);
        append(message, "code", e.getCode());
        if (error != null) {
            append(message, "parameter", error.getParam());
        }
        append(message, "request", e.getRequestId());
        if (error != null && error.getMessage() != null) {
            append(message, "missing permission", permission(status, error.getMessage()));
            message.append(": ").append(scrubbed(error.getMessage()));
        }
        return message.toString();
    }

    private static void append(StringBuilder message, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            message.append(", ").append(name).append(' ').append(scrubbed(value));
        }
    }

    private static @Nullable String permission(int status, String text) {
        Matcher permission = PERMISSION.matcher(text);
        return status == 403 && permission.find() ? permission.group() : null;
    }

    static String scrubbed(String text) {
        String cut = text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
        String line = cut.replaceAll("\\p{Cntrl}+", " ");
        return EMAIL.matcher(SECRET.matcher(line).replaceAll("(key hidden)")).replaceAll("(address hidden)");
    }
}
