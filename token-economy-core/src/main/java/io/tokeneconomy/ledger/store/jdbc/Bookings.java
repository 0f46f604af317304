package io.tokeneconomy.ledger.store.jdbc;

import java.sql.SQLException;

/** Writes what an update books, in the way that costs a database least. */
interface Bookings {

    /**
     * Writes it, inside a transaction.
     *
     * @throws SQLException a {@link Trouble#CLASH} when an account is not as expected or a key is taken
     */
    void write(Session session, Booked booked) throws SQLException;

    /**
     * Writes it inside a transaction that has read nothing: makes sure first that accounts are as expected and stay so,
     * where {@link #write} does not see that by itself. Waits for no lock that others hold on them.
     *
     * @throws SQLException as {@link #write}
     */
    default void confirmAndWrite(Session session, Booked booked) throws SQLException {
        write(session, booked);
    }

    /** Whether {@link #writeAtOnce} can do it. */
    default boolean atOnce(Booked booked) {
        return false;
    }

    /**
     * Writes all of it or nothing with one statement that is its own transaction.
     *
     * @throws SQLException as {@link #write}
     */
    default void writeAtOnce(Session session, Booked booked) throws SQLException {
        throw new UnsupportedOperationException();
    }
}
