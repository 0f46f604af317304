package io.tokeneconomy.fulfilment;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.EntryFilter;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many of a credit's tokens ended unused. Found outside of an update, since entries never change; whether more may
 * have ended by then, {@link #isOvertakenBy} tells.
 *
 * @param lots the lot of the credit, and those of what was given again of it; empty when its tokens do not end
 * @param amount how many ended
 * @param left how many of these lots were left then, on hold or not
 */
record ExpiredTokens(Set<Long> lots, long amount, long left) {

    /** Of tokens that do not end. */
    static final ExpiredTokens NONE = new ExpiredTokens(Set.of(), 0, 0);

    static ExpiredTokens of(LedgerStore store, LedgerEntry credit) {
        Account account = store.read(Scope.NOTHING.account(credit.account())).account(credit.account());
        EntryFilter filter = EntryFilter.ALL.ofTypes(EntryType.EXPIRE, EntryType.REINSTATE);
        Set<Long> lots = new HashSet<>(Set.of(credit.sequence()));
        long amount = 0;
        long read = credit.sequence();
        List<LedgerEntry> page;
        do {
            page = store.entries(EntryQuery.after(credit.account(), read, EntryQuery.MAX_LIMIT)
                            .matching(filter))
                    .items();
            for (LedgerEntry entry : page) {
                read = entry.sequence();
                if (entry.type() == EntryType.EXPIRE) {
                    amount += ended(lots, entry);
                } else if (entry.movement().effects().source() == credit.sequence()) {
                    lots.add(entry.sequence());
                }
            }
        } while (page.size() == EntryQuery.MAX_LIMIT);
        return new ExpiredTokens(lots, amount, left(lots, account));
    }

    /** Whether some of them were used, or ended, since they were looked at. */
    boolean isOvertakenBy(Account account) {
        return left(lots, account) != left;
    }

    /**
     * How many ended, with what a commit that is being made books.
     *
     * @param credit the credit's own lot
     * @param entries what it books before the tokens follow their money
     */
    long with(long credit, List<LedgerEntry> entries) {
        Set<Long> all = new HashSet<>(lots);
        all.add(credit);
        return entries.stream()
                .filter(entry -> entry.type() == EntryType.EXPIRE)
                .mapToLong(entry -> ended(all, entry))
                .reduce(amount, Math::addExact);
    }

    private static long ended(Set<Long> lots, LedgerEntry expiry) {
        return expiry.movement().effects().lots().stream()
                .filter(allocation -> lots.contains(allocation.lot()))
                .mapToLong(Allocation::amount)
                .map(Math::negateExact)
                .sum();
    }

    private static long left(Set<Long> lots, Account account) {
        return Stream.concat(account.lots().stream(), account.holds().stream().flatMap(hold -> hold.parts().stream()))
                .filter(lot -> lots.contains(lot.number()))
                .mapToLong(Lot::remaining)
                .sum();
    }
}
