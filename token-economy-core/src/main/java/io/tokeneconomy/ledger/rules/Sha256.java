package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256. Asking all security providers for it takes as long as using it, so they are asked once and copies are used. */
final class Sha256 {

    private static final MessageDigest UNUSED = fromProvider();

    private Sha256() {}

    /** {@return the digest of an array's first bytes} */
    static Digest of(byte[] bytes, int length) {
        MessageDigest sha256 = copy();
        sha256.update(bytes, 0, length);
        return Digest.of(sha256.digest());
    }

    /** Not every provider's can be copied. */
    private static MessageDigest copy() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            return fromProvider();
        }
    }

    private static MessageDigest fromProvider() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
