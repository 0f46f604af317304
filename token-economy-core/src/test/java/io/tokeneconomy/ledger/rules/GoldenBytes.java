package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The canonical form written a second time, as an auditor would who has only its description. */
final class GoldenBytes {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Eight bytes, the highest first. */
    GoldenBytes number(long value) {
        return raw(ByteBuffer.allocate(8).putLong(value).array());
    }

    /** Four bytes: a size, a flag, or −1 for what is absent. */
    GoldenBytes small(int value) {
        return raw(ByteBuffer.allocate(4).putInt(value).array());
    }

    GoldenBytes absent() {
        return small(-1);
    }

    GoldenBytes text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return small(utf8.length).raw(utf8);
    }

    GoldenBytes micros(long value) {
        return small(8).number(value);
    }

    GoldenBytes digest(Digest value) {
        return raw(value.bytes());
    }

    /** The hash of this and what follows. */
    Digest hash(GoldenBytes rest) {
        return raw(rest.bytes.toByteArray()).hash();
    }

    Digest hash() {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private GoldenBytes raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }
}
