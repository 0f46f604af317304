package io.tokeneconomy.ledger.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** A statement's parameters, set from left to right. */
final class StatementParameters implements Parameters {

    private final PreparedStatement statement;
    private final boolean textsAsBytes;
    private int index;

    /** @param textsAsBytes whether the columns of exact texts hold bytes */
    StatementParameters(PreparedStatement statement, boolean textsAsBytes) {
        this.statement = statement;
        this.textsAsBytes = textsAsBytes;
    }

    @Override
    public Parameters text(@Nullable String value) throws SQLException {
        statement.setString(++index, value);
        return this;
    }

    @Override
    public Parameters exact(@Nullable String value) throws SQLException {
        return textsAsBytes ? bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8)) : text(value);
    }

    @Override
    public Parameters number(long value) throws SQLException {
        statement.setLong(++index, value);
        return this;
    }

    @Override
    public Parameters number(@Nullable Long value) throws SQLException {
        if (value != null) {
            return number(value.longValue());
        }
        statement.setNull(++index, Types.BIGINT);
        return this;
    }

    @Override
    public Parameters bytes(byte @Nullable [] value) throws SQLException {
        statement.setBytes(++index, value);
        return this;
    }

    /** The next value is the first one's again. */
    void restart() {
        index = 0;
    }

    /** Whole columns, each as an array. */
    void columns(Columns columns) throws SQLException {
        index = columns.bind(statement, index);
    }
}
