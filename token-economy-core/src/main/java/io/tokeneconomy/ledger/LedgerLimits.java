package io.tokeneconomy.ledger;

/** The ledger's limits. Each is enforced where the value enters and tested at its edge. */
public final class LedgerLimits {

    /** Most tokens one operation may move: 10<sup>12</sup>. */
    public static final long MAX_AMOUNT = 1_000_000_000_000L;

    /** Most tokens one account may hold: 9 × 10<sup>15</sup>, still exact as a number in a browser's JSON. */
    public static final long MAX_BALANCE = 9_000_000_000_000_000L;

    /** Longest account id, in characters; Stripe's {@code client_reference_id} ends there too. */
    public static final int MAX_ACCOUNT_ID = 200;

    /** Longest idempotency key, in characters. */
    public static final int MAX_KEY = 200;

    /** Longest reference of an entry, in characters. */
    public static final int MAX_REFERENCE = 200;

    /** Longest description of an entry, in characters. */
    public static final int MAX_DESCRIPTION = 500;

    /** Most metadata entries of one ledger entry; the same number Stripe allows. */
    public static final int MAX_METADATA = 50;

    /** Longest metadata key, in characters; the same length Stripe allows. */
    public static final int MAX_METADATA_KEY = 40;

    /** Longest metadata value, in characters; the same length Stripe allows. */
    public static final int MAX_METADATA_VALUE = 500;

    /** Largest page of a statement. */
    public static final int MAX_PAGE = 100;

    /** Priorities of lots run from minus this to plus this. */
    public static final int MAX_PRIORITY = 1_000;

    private LedgerLimits() {}
}
