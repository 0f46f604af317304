package io.tokeneconomy.ledger;

/** What happens to tokens that are to be taken back but were spent already. */
public enum ClawbackPolicy {
    /** The account owes them; the next tokens it gets pay them first. */
    DEBT,
    /** They are forgiven: only what is there is taken. */
    FLOOR,
    /** The account owes them, and is blocked until a person opens it again. */
    BLOCK
}
