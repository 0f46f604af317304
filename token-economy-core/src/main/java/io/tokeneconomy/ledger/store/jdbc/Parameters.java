package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.internal.Micros;
import io.tokeneconomy.ledger.Digest;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row's values, given from left to right. */
interface Parameters {

    /** A text for people. */
    Parameters text(@Nullable String value) throws SQLException;

    /** A text that is compared byte by byte. */
    Parameters exact(@Nullable String value) throws SQLException;

    Parameters number(long value) throws SQLException;

    Parameters number(@Nullable Long value) throws SQLException;

    Parameters bytes(byte @Nullable [] value) throws SQLException;

    default Parameters name(Enum<?> value) throws SQLException {
        return text(value.name());
    }

    default Parameters time(@Nullable Instant value) throws SQLException {
        return value == null ? number(null) : number(Micros.of(value));
    }

    default Parameters digest(@Nullable Digest value) throws SQLException {
        return bytes(value == null ? null : value.bytes());
    }
}
