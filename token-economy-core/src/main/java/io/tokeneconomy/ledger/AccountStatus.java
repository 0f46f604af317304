package io.tokeneconomy.ledger;

/** What an account may do. Money that was paid for it is credited in every status. */
public enum AccountStatus {
    /** Everything. */
    OPEN,
    /** Nothing may be spent, held or sent away, until a person opens it again. */
    BLOCKED,
    /** It has come to its end: nothing may be spent, and nothing given. */
    CLOSED
}
