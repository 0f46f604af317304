package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.internal.Micros;
import io.tokeneconomy.ledger.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row's columns, read from left to right. */
final class Row {

    private final ResultSet found;
    private int index;
    private String about = "";

    Row(ResultSet found) {
        this.found = found;
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
