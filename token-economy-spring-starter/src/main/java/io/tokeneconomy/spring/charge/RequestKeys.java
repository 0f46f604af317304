package io.tokeneconomy.spring.charge;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/** Keys of charges from keys that clients chose. */
final class RequestKeys {

    /** Longest {@code Idempotency-Key}. */
    static final int MAX_LENGTH = 255;

    private static final Pattern SENT = Pattern.compile("[!-~]{1," + MAX_LENGTH + "}");

    private RequestKeys() {}

    /**
     * A key that a client chose is this account's own, and this method's: others may have the same. Each part is hashed
     * behind its length, so that no two ways to cut one text give one key.
     *
     * @throws InvalidValueException when what was sent is no key
     */
    static IdempotencyKey key(AccountId account, Method method, String sent) {
        if (!SENT.matcher(sent).matches()) {
            throw new InvalidValueException(
                    "Idempotency-Key",
                    sent.length() + " characters",
                    "1 to " + MAX_LENGTH + " printable ASCII characters, no blanks");
        }
        MessageDigest sha = sha256();
        add(sha, account.value());
        add(sha, method.toString());
        add(sha, sent);
        return IdempotencyKey.of(
                "request-" + Base64.getUrlEncoder().withoutPadding().encodeToString(sha.digest()));
    }

    private static void add(MessageDigest sha, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
