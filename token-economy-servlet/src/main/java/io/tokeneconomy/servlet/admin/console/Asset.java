package io.tokeneconomy.servlet.admin.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/** A script or style of the console. Its address has its hash in it, so that browsers may keep it for ever. */
final class Asset {

    static final Asset STYLE = new Asset("console", "css", "text/css");
    static final Asset SCRIPT = new Asset("console", "js", "text/javascript");

    private final String path;
    private final String type;
    private final byte[] content;

    private Asset(String name, String ending, String type) {
        this.content = read(name + "." + ending);
        this.path = "assets/" + name + "-" + hash(content) + "." + ending;
        this.type = type + ";charset=UTF-8";
    }

    /** Relative to the console. */
    String path() {
        return path;
    }

    String type() {
        return type;
    }

    /** {@return what browsers hold the content against, as in <a href="https://www.w3.org/TR/SRI/">SRI</a>} */
    String integrity() {
        return "sha384-" + Base64.getEncoder().encodeToString(digest("SHA-384", content));
    }

    byte[] content() {
        return content.clone();
    }

    private static byte[] read(String name) {
        try (InputStream stream = Asset.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static String hash(byte[] content) {
        return HexFormat.of().formatHex(digest("SHA-256", content), 0, 8);
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have " + algorithm, e);
        }
    }
}
