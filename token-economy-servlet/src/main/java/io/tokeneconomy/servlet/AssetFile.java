package io.tokeneconomy.servlet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * One script or style as browsers get it. Its name changes with its content, so that it can be kept for ever.
 *
 * @param name the name with the content's hash, such as {@code api.0123456789abcdef.js}
 * @param text what it says, every reference to another file by that file's name
 */
record AssetFile(String name, String text) {

    private static final int HASH_BYTES = 8;

    /** @param plainName the name without a hash */
    static AssetFile of(String plainName, String text) {
        int dot = plainName.lastIndexOf('.');
        String hash = HexFormat.of().formatHex(digest("SHA-256", text), 0, HASH_BYTES);
        return new AssetFile(plainName.substring(0, dot) + '.' + hash + plainName.substring(dot), text);
    }

    /** {@return what browsers hold the content against, as in <a href="https://www.w3.org/TR/SRI/">SRI</a>} */
    String integrity() {
        return "sha384-" + Base64.getEncoder().encodeToString(digest("SHA-384", text));
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    String contentType() {
        return (name.endsWith(".js") ? "text/javascript" : "text/css") + ";charset=UTF-8";
    }

    static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have " + algorithm, e);
        }
    }
}
