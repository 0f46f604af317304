package io.tokeneconomy.servlet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that prove themselves: 16 random bytes and the HMAC-SHA256 of user, session binding and these bytes, in
 * base64url. Nothing is kept, so any node with the same secret can check them.
 */
final class CsrfTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int RANDOM_BYTES = 16;
    private static final int TOKEN_LENGTH = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    CsrfTokens(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    String issue(String user, String binding) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        byte[] mac = mac(user, binding, random);
        byte[] token = ByteBuffer.allocate(random.length + mac.length)
                .put(random)
                .put(mac)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    boolean valid(String token, String user, String binding) {
        if (token.length() != TOKEN_LENGTH) {
            return false;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            byte[] random = Arrays.copyOf(bytes, RANDOM_BYTES);
            byte[] mac = Arrays.copyOfRange(bytes, RANDOM_BYTES, bytes.length);
            return MessageDigest.isEqual(mac, mac(user, binding, random));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private byte[] mac(String user, String binding, byte[] random) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            update(mac, user.getBytes(StandardCharsets.UTF_8));
            update(mac, binding.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(random);
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
