package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.internal.Micros;
import io.tokeneconomy.ledger.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Feeds values to SHA-256 in one unambiguous form: numbers as eight bytes, texts as their UTF-8 length (four bytes)
 * and bytes, an absent text as length −1, collections preceded by their size.
 */
final class CanonicalBytes {

    private final MessageDigest sha256;
    private final byte[] eight = new byte[Long.BYTES];

    CanonicalBytes(String domain) {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        text(domain);
    }

    CanonicalBytes text(@Nullable String value) {
        if (value == null) {
            return integer(-1);
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        integer(utf8.length);
        sha256.update(utf8);
        return this;
    }

    CanonicalBytes number(long value) {
        for (int i = 0; i < Long.BYTES; i++) {
            eight[i] = (byte) (value >>> (Long.SIZE - Byte.SIZE - i * Byte.SIZE));
        }
        sha256.update(eight, 0, Long.BYTES);
        return this;
    }

    CanonicalBytes instant(@Nullable Instant value) {
        if (value == null) {
            return integer(-1);
        }
        integer(Long.BYTES);
        return number(Micros.of(value));
    }

    CanonicalBytes digest(Digest value) {
        sha256.update(value.bytes());
        return this;
    }

    CanonicalBytes size(int value) {
        return integer(value);
    }

    CanonicalBytes flag(boolean value) {
        return integer(value ? 1 : 0);
    }

    CanonicalBytes map(Map<String, String> sorted) {
        size(sorted.size());
        sorted.forEach((key, value) -> text(key).text(value));
        return this;
    }

    Digest hash() {
        return Digest.of(sha256.digest());
    }

    private CanonicalBytes integer(int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            eight[i] = (byte) (value >>> (Integer.SIZE - Byte.SIZE - i * Byte.SIZE));
        }
        sha256.update(eight, 0, Integer.BYTES);
        return this;
    }
}
