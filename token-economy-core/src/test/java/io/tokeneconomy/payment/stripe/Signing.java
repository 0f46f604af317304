package io.tokeneconomy.payment.stripe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Stripe does, and knows a gateway that accepts it. */
final class Signing {

    static final String SECRET = "whsec_test_first";
    static final String OTHER_SECRET = "whsec_test_second";
    static final long NOW = 1_790_000_000L;

    private Signing() {}

    /** A gateway at {@link #NOW} that accepts {@link #SECRET} and {@link #OTHER_SECRET}. */
    static StripeGateway gateway() {
        return StripeGateway.builder()
                .secretKey("sk_test_sandbox")
                .webhookSecrets(SECRET, OTHER_SECRET)
                .time(InstantSource.fixed(Instant.ofEpochSecond(NOW)))
                .build();
    }

    static String header(byte[] body) {
        return header(body, SECRET, NOW);
    }

    static String header(byte[] body, String secret, long seconds) {
        return "t=" + seconds + ",v1=" + signature(body, secret, seconds);
    }

    static String signature(byte[] body, String secret, long seconds) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(utf8(secret), "HmacSHA256"));
            mac.update(utf8(seconds + "."));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
