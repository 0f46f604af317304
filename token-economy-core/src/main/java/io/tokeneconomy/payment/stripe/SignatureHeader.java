package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.payment.InvalidSignatureException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Stripe-Signature} header: {@code t=<seconds>,v1=<hex>[,v1=<hex>…]}. Other schemes, such as {@code v0}, are
 * left out: they prove nothing.
 *
 * @param timestamp when it was signed, in seconds, as written
 * @param signatures the values of {@code v1}, one at least
 */
record SignatureHeader(String timestamp, List<String> signatures) {

    static final int MAX_LENGTH = 4_096;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    /** Reads what anybody may have sent; nothing of it is repeated in the error. */
    static SignatureHeader parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new InvalidSignatureException("no Stripe-Signature header");
        }
        if (header.length() > MAX_LENGTH) {
            throw new InvalidSignatureException("a Stripe-Signature header over " + MAX_LENGTH + " characters");
        }
        List<String> timestamps = new ArrayList<>();
        List<String> signatures = new ArrayList<>();
        for (String item : header.split(",", -1)) {
            int equals = item.indexOf('=');
            if (equals < 0) {
                throw new InvalidSignatureException("a Stripe-Signature header with an item that is no key=value");
            }
            String value = item.substring(equals + 1).strip();
            switch (item.substring(0, equals).strip()) {
                case "t" -> timestamps.add(value);
                case "v1" -> signatures.add(value);
                default -> {}
            }
        }
        return new SignatureHeader(only(timestamps), atLeastOne(signatures));
    }

    private static String only(List<String> timestamps) {
        if (timestamps.size() != 1 || !SECONDS.matcher(timestamps.get(0)).matches()) {
            throw new InvalidSignatureException("a Stripe-Signature header without one timestamp in whole seconds");
        }
        return timestamps.get(0);
    }

    private static List<String> atLeastOne(List<String> signatures) {
        if (signatures.isEmpty()) {
            throw new InvalidSignatureException("a Stripe-Signature header without a v1 signature");
        }
        return List.copyOf(signatures);
    }

    long seconds() {
        return Long.parseLong(timestamp);
    }
}
