package io.tokeneconomy.ledger.store.jdbc;

/** What a database's error means to us. */
enum Trouble {
    /** Others are in the way; the same attempt may succeed a moment later. */
    IN_THE_WAY,
    /** A key is there that was not there when we looked: look again. */
    CLASH,
    /** No connection, no room, no rights of this moment. Waiting may help, trying again at once will not. */
    PASSING,
    /** It will fail again. */
    LASTING
}
