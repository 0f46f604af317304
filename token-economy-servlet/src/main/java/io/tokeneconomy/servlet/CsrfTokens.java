package io.tokeneconomy.servlet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that prove themselves: the time of issue (8 bytes, milliseconds), 8 random bytes, and the HMAC-SHA256 of user,
 * session binding and these bytes, in base64url. Nothing is kept, so any node with the same secret can check them.
 */
final class CsrfTokens {

    /** How long a token serves. */
    static final Duration LIFETIME = Duration.ofHours(24);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HEAD_BYTES = 16;
    private static final int TOKEN_LENGTH = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final InstantSource time;

    CsrfTokens(byte[] secret, InstantSource time) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
        this.time = time;
    }

    String issue(String user, String binding) {
        byte[] head = ByteBuffer.allocate(HEAD_BYTES)
                .putLong(time.millis())
                .putLong(RANDOM.nextLong())
                .array();
        byte[] mac = mac(user, binding, head);
        byte[] token =
                ByteBuffer.allocate(head.length + mac.length).put(head).put(mac).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    boolean valid(String token, String user, String binding) {
        if (token.length() != TOKEN_LENGTH) {
            return false;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            byte[] head = Arrays.copyOf(bytes, HEAD_BYTES);
            byte[] mac = Arrays.copyOfRange(bytes, HEAD_BYTES, bytes.length);
            return MessageDigest.isEqual(mac, mac(user, binding, head)) && isFresh(head);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** Another node's clock may be ahead of ours. */
    private boolean isFresh(byte[] head) {
        long age = time.millis() - ByteBuffer.wrap(head).getLong();
        return Math.abs(age) <= LIFETIME.toMillis();
    }

    private byte[] mac(String user, String binding, byte[] head) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            update(mac, user.getBytes(StandardCharsets.UTF_8));
            update(mac, binding.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(head);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform must have " + ALGORITHM, e);
        }
    }

    /** Each part after its length: no two pairs of user and binding give the same bytes. */
    private static void update(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        mac.update(part);
    }
}
