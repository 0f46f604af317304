package io.tokeneconomy.ledger;

import java.time.Duration;

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

    /** Longest key of one of Token Economy's own bookings, in characters. */
    public static final int MAX_RESERVED_KEY = 250;

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

    /** Longest name of a meter, in characters. */
    public static final int MAX_METER = 100;

    /** Most meters of one account with a part of a token to carry. */
    public static final int MAX_METERS = 100;

    /**
     * Most lots that an account may have, those on hold included, when a grant, an adjustment or a transfer opens one
     * more. Money that was paid always gets its lot.
     */
    public static final int MAX_LOTS = 500;

    /** Most open holds of one account. */
    public static final int MAX_HOLDS = 500;

    /** How long a hold lasts unless it says otherwise. */
    public static final Duration HOLD_TIME = Duration.ofMinutes(15);

    /** Longest time a hold may be placed or extended for, from the moment that is done. */
    public static final Duration MAX_HOLD_TIME = Duration.ofDays(366);

    /** How often the work of one charge may be tried under its key. */
    public static final int MAX_CHARGE_ATTEMPTS = 1_000;

    /** Most spend limits of one account. */
    public static final int MAX_SPEND_LIMITS = 50;

    /**
     * Most spenders that one account counts in running periods when one more spends: members and the account itself,
     * each for a day and a month. What is on hold when a limit is set is counted in any case.
     */
    public static final int MAX_SPENDERS = 1_000;

    /** Most operations of one {@link Ledger#apply(java.util.List) bulk}. */
    public static final int MAX_BULK = 10_000;

    /** Most accounts that one {@link Ledger#sweep} settles. */
    public static final int MAX_SWEEP = 10_000;

    /** What {@link Balance#expiringSoon} looks ahead. */
    public static final Duration SOON = Duration.ofDays(7);

    private LedgerLimits() {}
}
