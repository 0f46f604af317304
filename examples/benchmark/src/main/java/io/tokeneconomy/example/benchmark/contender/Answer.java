package io.tokeneconomy.example.benchmark.contender;

/** What came of a spend. */
public enum Answer {
    /** Booked now. */
    BOOKED,
    /** Booked before under the same key; nothing changed. */
    REPLAYED,
    /** The account has too few tokens; nothing changed. */
    REFUSED
}
