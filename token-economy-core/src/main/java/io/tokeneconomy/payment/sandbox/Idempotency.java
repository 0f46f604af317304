package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The first answer to a POST is kept under its key and replayed ({@code docs.stripe.com/api/idempotent_requests}).
 * Refusals are not kept, but a card that was refused is. Since steps run one after another, of two requests with one
 * key the second waits.
 */
final class Idempotency {

    static final int MAX_KEY = 255;
    static final Duration KEPT = Duration.ofHours(24);

    private static final int OK = 200;

    private Idempotency() {}

    static void checkKey(String key) {
        if (key.isBlank() || key.length() > MAX_KEY) {
            throw StripeError.invalid(null, null, "An idempotency key has 1 to " + MAX_KEY + " characters.");
        }
    }

    /** @throws StripeError when the key was used for another request */
    static Optional<Api.Answer> replay(Tx tx, String key, String fingerprint) {
        Optional<JsonObject> kept = tx.find(Kind.ANSWER, key)
                .filter(answer -> Json.number(answer, "created") > tx.nowSeconds() - KEPT.toSeconds());
        kept.filter(answer -> !Json.is(answer, "fingerprint", fingerprint)).ifPresent(other -> {
            throw StripeError.reusedKey(key);
        });
        return kept.map(answer -> new Api.Answer(
                (int) Json.number(answer, "status", OK),
                Json.requiredString(answer, "body"),
                true,
                Json.requiredString(answer, "request")));
    }

    static void keep(Tx tx, String key, String fingerprint, Api.Answer given) {
        JsonObject answer = new JsonObject();
        answer.addProperty("id", key);
        answer.addProperty("created", tx.nowSeconds());
        answer.addProperty("fingerprint", fingerprint);
        answer.addProperty("request", given.originalRequest());
        answer.addProperty("body", given.body());
        if (given.status() != OK) {
            answer.addProperty("status", given.status());
        }
        tx.remove(Kind.ANSWER, key);
        tx.put(Kind.ANSWER, answer);
    }

    /** The same for the same address and parameters, in whatever order they were sent. */
    static String fingerprint(String path, String form) {
        String[] parameters = form.split("&", -1);
        Arrays.sort(parameters);
        byte[] text = (path + "?" + String.join("&", parameters)).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
