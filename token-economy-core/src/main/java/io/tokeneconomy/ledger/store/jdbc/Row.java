package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.internal.Micros;
import io.tokeneconomy.ledger.Digest;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row's columns, read from left to right. */
final class Row {

    private final ResultSet found;
    private final boolean textsAsBytes;
    private int index;
    private String about = "";

    /** @param textsAsBytes whether the columns of exact texts hold bytes */
    Row(ResultSet found, boolean textsAsBytes) {
        this.found = found;
        this.textsAsBytes = textsAsBytes;
    }

    /** Says whose row it is, for messages. */
    void isAbout(String what) {
        about = " (" + what + ")";
    }

    String about() {
        return about;
    }

    String text() throws SQLException {
        return require(found.getString(++index));
    }

    @Nullable
    String optionalText() throws SQLException {
        return found.getString(++index);
    }

    /** A text that is compared byte by byte. */
    String exact() throws SQLException {
        return require(optionalExact());
    }

    @Nullable
    String optionalExact() throws SQLException {
        if (!textsAsBytes) {
            return optionalText();
        }
        byte[] bytes = found.getBytes(++index);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    <E extends Enum<E>> E name(Class<E> type) throws SQLException {
        return Enum.valueOf(type, text());
    }

    long number() throws SQLException {
        return found.getLong(++index);
    }

    int smallNumber() throws SQLException {
        return Math.toIntExact(number());
    }

    Instant time() throws SQLException {
        return Micros.toInstant(number());
    }

    @Nullable
    Instant optionalTime() throws SQLException {
        long micros = number();
        return found.wasNull() ? null : Micros.toInstant(micros);
    }

    Digest digest() throws SQLException {
        return Digest.of(require(found.getBytes(++index)));
    }

    @Nullable
    Digest optionalDigest() throws SQLException {
        byte[] bytes = found.getBytes(++index);
        return bytes == null ? null : Digest.of(bytes);
    }

    private <T> T require(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("column " + index + " is empty");
        }
        return value;
    }
}
