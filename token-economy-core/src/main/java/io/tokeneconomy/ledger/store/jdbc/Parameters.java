package io.tokeneconomy.ledger.store.jdbc;

import io.tokeneconomy.internal.Micros;
import io.tokeneconomy.ledger.Digest;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A statement's parameters, set from left to right. */
final class Parameters {

    private final PreparedStatement statement;
    private int index;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    Parameters text(@Nullable String value) throws SQLException {
        statement.setString(++index, value);
        return this;
    }

    Parameters name(Enum<?> value) throws SQLException {
        return text(value.name());
    }

    Parameters number(long value) throws SQLException {
        statement.setLong(++index, value);
        return this;
    }

    Parameters number(@Nullable Long value) throws SQLException {
        if (value != null) {
            return number(value.longValue());
        }
        statement.setNull(++index, Types.BIGINT);
        return this;
    }

    Parameters time(@Nullable Instant value) throws SQLException {
        return number(value == null ? null : (Long) Micros.of(value));
    }

    Parameters digest(@Nullable Digest value) throws SQLException {
        statement.setBytes(++index, value == null ? null : value.bytes());
        return this;
    }
}
