package io.tokeneconomy.ledger;

/**
 * What one sweep did.
 *
 * @param accounts accounts that had something due, which is booked now
 * @param entries the entries booked for them
 * @param failed accounts that could not be settled; the log says why
 * @param more whether more may be due: sweep again
 */
public record Sweep(int accounts, int entries, int failed, boolean more) {}
