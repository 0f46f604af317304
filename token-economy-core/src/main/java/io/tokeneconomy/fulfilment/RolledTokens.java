package io.tokeneconomy.fulfilment;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Lot;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lots of an account that came from one subscription and do not end by themselves. Found outside of an update, since
 * entries never change; whether there are others by then, {@link #isOvertakenBy} tells.
 *
 * @param periods those of the subscription, oldest lot first
 * @param looked the numbers of all lots that might have been
 */
record RolledTokens(List<Period> periods, Set<Long> looked) {

    /** Nothing rolls over. */
    static final RolledTokens NONE = new RolledTokens(List.of(), Set.of());

    /**
     * A period whose tokens may have been left.
     *
     * @param lot the number of its lot
     * @param source the key of its credit
     * @param start when it began
     * @param end when it is over
     */
    record Period(long lot, IdempotencyKey source, Instant start, Instant end) {}

    static RolledTokens of(LedgerStore store, AccountId id, String subscriptionId) {
        Account account = store.read(Scope.NOTHING.account(id)).account(id);
        List<Period> periods = new ArrayList<>();
        Set<Long> looked = new HashSet<>();
        account.lots().stream()
                .filter(RolledTokens::mayRoll)
                .map(Lot::number)
                .sorted()
                .forEach(lot -> {
                    looked.add(lot);
                    store.entries(EntryQuery.before(id, lot + 1, 1)).items().stream()
                            .flatMap(entry -> period(entry, subscriptionId).stream())
                            .forEach(periods::add);
                });
        return new RolledTokens(periods, looked);
    }

    private static boolean mayRoll(Lot lot) {
        return lot.terms().expiresAt() == null && lot.terms().priority() == Allotment.FIRST;
    }

    private static Optional<Period> period(LedgerEntry entry, String subscriptionId) {
        Map<String, String> told = entry.details().metadata();
        boolean ofIt = entry.type() == EntryType.PURCHASE
                && subscriptionId.equals(told.get(AllotmentTerms.SUBSCRIPTION))
                && told.containsKey(AllotmentTerms.START)
                && told.containsKey(AllotmentTerms.END);
        return ofIt
                ? Optional.of(new Period(
                        entry.sequence(),
                        entry.key(),
                        Instant.parse(told.get(AllotmentTerms.START)),
                        Instant.parse(told.get(AllotmentTerms.END))))
                : Optional.empty();
    }

    /** Whether the account has got such lots since they were looked at. */
    boolean isOvertakenBy(Account account) {
        return account.lots().stream().filter(RolledTokens::mayRoll).anyMatch(lot -> !looked.contains(lot.number()));
    }
}
