package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.payment.InvalidSignatureException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves that bytes come from Stripe, after
 * <a href="https://docs.stripe.com/webhooks/signature">docs.stripe.com/webhooks/signature</a>: HMAC-SHA256 over
 * {@code <t>.<body>} with any of the secrets, and {@code t} close to now.
 *
 * <p>Not the check of Stripe's library: that one reads text instead of bytes, accepts a time in the far future, and
 * throws whatever it stumbles over.
 */
final class SignatureVerifier {

    private static final Logger log = LoggerFactory.getLogger(SignatureVerifier.class);
    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;
    private final long toleranceSeconds;
    private final InstantSource time;
    private final Set<Integer> told = ConcurrentHashMap.newKeySet();

    SignatureVerifier(WebhookSecrets secrets, Duration tolerance, InstantSource time) {
        this.keys = secrets.values().stream()
                .map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList();
        this.toleranceSeconds = tolerance.toSeconds();
        this.time = time;
    }

    /** Returns when proven. */
    void verify(byte[] payload, @Nullable String header) {
        SignatureHeader signed = SignatureHeader.parse(header);
        long age = time.instant().getEpochSecond() - signed.seconds();
        if (age > toleranceSeconds) {
            throw new InvalidSignatureException("signed over " + toleranceSeconds + " seconds ago");
        }
        if (age < -toleranceSeconds) {
            throw new InvalidSignatureException("signed over " + toleranceSeconds + " seconds in the future");
        }
        for (int i = 0; i < keys.size(); i++) {
            if (matches(keys.get(i), signed, payload)) {
                tellOnce(i + 1);
                return;
            }
        }
        throw new InvalidSignatureException("no v1 signature matches any of " + keys.size() + " webhook secrets");
    }

    /** Which secrets are still in use tells when a replaced one can go. */
    private void tellOnce(int number) {
        if (keys.size() > 1 && told.add(number)) {
            log.info("webhooks come signed with secret {} of {}", number, keys.size());
        }
    }

    private static boolean matches(SecretKeySpec key, SignatureHeader signed, byte[] payload) {
        byte[] expected = ascii(HexFormat.of().formatHex(hmac(key, signed.timestamp(), payload)));
        boolean found = false;
        for (String signature : signed.signatures()) {
            found |= MessageDigest.isEqual(expected, ascii(signature));
        }
        return found;
    }

    private static byte[] hmac(SecretKeySpec key, String timestamp, byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(ascii(timestamp + "."));
            return mac.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
