package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.internal.Micros;
import io.tokeneconomy.ledger.Digest;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects values in one unambiguous form, for their SHA-256: numbers as eight bytes, texts as their UTF-8 length (four
 * bytes) and bytes, an absent text as length −1, collections preceded by their size. Three such are made for each entry,
 * so they are hashed in one go at the end.
 */
final class CanonicalBytes {

    /** Room for most entries. */
    private static final int USUALLY = 256;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();
    private static final VarHandle INTEGER = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();

    private byte[] bytes = new byte[USUALLY];
    private int length;

    CanonicalBytes(String domain) {
        text(domain);
    }

    CanonicalBytes text(@Nullable String value) {
        if (value == null) {
            return integer(-1);
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return integer(utf8.length).append(utf8);
    }

    CanonicalBytes number(long value) {
        int begin = reserve(Long.BYTES);
        LONG.set(bytes, begin, value);
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
        return append(value.bytes());
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
        return Sha256.of(bytes, length);
    }

    private CanonicalBytes integer(int value) {
        int begin = reserve(Integer.BYTES);
        INTEGER.set(bytes, begin, value);
        return this;
    }

    private CanonicalBytes append(byte[] more) {
        int begin = reserve(more.length);
        System.arraycopy(more, 0, bytes, begin, more.length);
        return this;
    }

    /** Makes room for so many bytes that come next; {@return where they begin} */
    private int reserve(int size) {
        int begin = length;
        length = Math.addExact(begin, size);
        if (length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length, 2 * bytes.length));
        }
        return begin;
    }
}
