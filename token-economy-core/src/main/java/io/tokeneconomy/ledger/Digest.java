package io.tokeneconomy.ledger;

import io.tokeneconomy.error.InvalidValueException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 value: 32 bytes, immutable, compared in constant time. */
public final class Digest {

    /** The chain's beginning: the previous hash of an account's first entry, all zero. */
    public static final Digest ZERO = new Digest(new byte[32]);

    /** Its length in bytes. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * {@return the digest with these bytes, copied}
     *
     * @throws InvalidValueException when there are not exactly 32
     */
    public static Digest of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new InvalidValueException("digest length", bytes.length, "32 bytes");
        }
        return new Digest(bytes.clone());
    }

    /**
     * {@return the digest written as 64 hexadecimal digits}
     *
     * @throws InvalidValueException when the text is not that
     */
    public static Digest ofHex(String hex) {
        try {
            return of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("digest", hex, "64 hexadecimal digits");
        }
    }

    /** {@return a copy of the 32 bytes} */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@return the bytes as 64 lower-case hexadecimal digits} */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return bytes[0] << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    }

    @Override
    public String toString() {
        return hex();
    }
}
