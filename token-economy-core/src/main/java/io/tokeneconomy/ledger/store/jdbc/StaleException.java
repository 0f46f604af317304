package io.tokeneconomy.ledger.store.jdbc;

import java.sql.SQLException;

/** An account is not as it was when it was looked at. */
final class StaleException extends SQLException {

    private static final long serialVersionUID = 1L;

    StaleException(String message) {
        super(message, "TE001");
    }
}
