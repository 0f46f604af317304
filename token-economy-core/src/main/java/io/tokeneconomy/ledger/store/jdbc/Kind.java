package io.tokeneconomy.ledger.store.jdbc;

import org.jspecify.annotations.Nullable;

/** What a column holds, for statements that take a whole column as an array. */
enum Kind {
    TEXT("text"),
    NUMBER("int8"),
    BYTES("bytea");

    private final String type;

    Kind(String type) {
        this.type = type;
    }

    /** PostgreSQL's name of the type. */
    String type() {
        return type;
    }

    @Nullable
    Object[] array(int length) {
        return switch (this) {
            case TEXT -> new String[length];
            case NUMBER -> new Long[length];
            case BYTES -> new byte[length][];
        };
    }
}
