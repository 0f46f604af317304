package io.tokeneconomy.event;

import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.LedgerEntry;

/** What an entry moved. */
final class EntryAmounts {

    private EntryAmounts() {}

    /** An entry that moves nothing in or out of the account may move tokens in or out of a hold. */
    static long tokens(LedgerEntry entry) {
        return Math.abs(entry.amount() == 0 ? held(entry) : entry.amount());
    }

    private static long held(LedgerEntry entry) {
        HoldChange hold = entry.movement().effects().hold();
        long sum = 0;
        if (hold != null) {
            for (Allocation part : hold.parts()) {
                sum += part.amount();
            }
        }
        return sum;
    }
}
