package io.tokeneconomy.example.quickstart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhooks signed as Stripe does ({@code docs.stripe.com/webhooks/signature}). */
final class Signed {

    private Signed() {}

    static HttpResponse<String> post(URI webhook, String payload, String secret) throws IOException {
        return Http.send(Http.request(webhook)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", header(payload, secret))
                .POST(BodyPublishers.ofString(payload)));
    }

    private static String header(String payload, String secret) {
        long now = Instant.now().getEpochSecond();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal((now + "." + payload).getBytes(StandardCharsets.UTF_8));
            return "t=" + now + ",v1=" + HexFormat.of().formatHex(signature);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
