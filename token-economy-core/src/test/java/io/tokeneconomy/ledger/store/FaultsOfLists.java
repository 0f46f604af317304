package io.tokeneconomy.ledger.store;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.EntryFilter;
import io.tokeneconomy.ledger.LedgerEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Stores that are wrong in one way each in what they list. */
final class FaultsOfLists {

    private FaultsOfLists() {}

    /** Shows entries that nobody asked for. */
    static final class IgnoresTypes extends BrokenStore {
        @Override
        public Page<LedgerEntry> entries(EntryQuery query) {
            EntryFilter filter = query.filter();
            return correct.entries(query.matching(new EntryFilter(
                    Set.of(), filter.from(), filter.until(), filter.reference(), filter.metadataKey())));
        }
    }

    /** Shows the entries of the moment at which a period ends. */
    static final class IncludesTheEnd extends BrokenStore {
        @Override
        public Page<LedgerEntry> entries(EntryQuery query) {
            Instant until = query.filter().until();
            return correct.entries(
                    until == null
                            ? query
                            : query.matching(
                                    query.filter().between(query.filter().from(), until.plusNanos(1_000))));
        }
    }

    /** Takes a page and leaves out what does not match. */
    static final class FiltersAfterPaging extends BrokenStore {
        @Override
        public Page<LedgerEntry> entries(EntryQuery query) {
            Page<LedgerEntry> page = correct.entries(query.matching(EntryFilter.ALL));
            return new Page<>(
                    page.items().stream().filter(query.filter()::matches).toList(), page.hasMore());
        }
    }

    /** Finds references as a careless collation does. */
    static final class IgnoresCase extends BrokenStore {
        @Override
        public Page<LedgerEntry> entries(EntryQuery query) {
            String reference = query.filter().reference();
            if (reference == null) {
                return correct.entries(query);
            }
            EntryQuery all = new EntryQuery(query.account(), EntryFilter.ALL, query.newestFirst(), query.beyond(), 100);
            return Page.cut(
                    correct.entries(all).items().stream()
                            .filter(entry ->
                                    reference.equalsIgnoreCase(entry.details().reference()))
                            .toList(),
                    query.limit());
        }
    }

    /** Lists every account as due. */
    static final class IgnoresDueTimes extends BrokenStore {
        @Override
        public Page<AccountId> accounts(AccountQuery query) {
            return correct.accounts(AccountQuery.after(query.after(), query.limit()));
        }
    }

    /** Lists an account for ever once something of it was due. */
    static final class ForgetsThatNothingIsDue extends BrokenStore {
        private final Set<AccountId> ever = ConcurrentHashMap.newKeySet();

        @Override
        public <R> R update(Scope scope, Function<Snapshot, Changes<R>> decision) {
            return correct.update(scope, before -> {
                Changes<R> changes = decision.apply(before);
                changes.accounts().stream()
                        .filter(account -> account.dueAt().isPresent())
                        .forEach(account -> ever.add(account.id()));
                return changes;
            });
        }

        @Override
        public Page<AccountId> accounts(AccountQuery query) {
            Page<AccountId> page = correct.accounts(query);
            boolean all = query.dueBy() != null && query.dueBy().equals(Samples.LAST_TIME);
            return all && page.items().isEmpty() ? new Page<>(ever.stream().toList(), false) : page;
        }
    }

    /** Lists the backlogs of every subscriber. */
    static final class MixesUpSubscribers extends BrokenStore {
        @Override
        public Page<Backlog> backlogs(BacklogQuery query) {
            return correct.backlogs(
                    new BacklogQuery(query.subscriber().toLowerCase(Locale.ROOT), query.after(), query.limit()));
        }
    }

    /** Looks for a metadata key in everything that the metadata says. */
    static final class SearchesMetadata extends BrokenStore {
        @Override
        public Page<LedgerEntry> entries(EntryQuery query) {
            String wanted = query.filter().metadataKey();
            if (wanted == null) {
                return correct.entries(query);
            }
            EntryQuery all = new EntryQuery(query.account(), EntryFilter.ALL, query.newestFirst(), query.beyond(), 100);
            return Page.cut(
                    correct.entries(all).items().stream()
                            .filter(entry ->
                                    entry.details().metadata().toString().contains(wanted))
                            .toList(),
                    query.limit());
        }
    }

    /** Shows the first page of backlogs, and says that it is all. */
    static final class EndsAfterAPageOfBacklogs extends BrokenStore {
        @Override
        public Page<Backlog> backlogs(BacklogQuery query) {
            return new Page<>(correct.backlogs(query).items(), false);
        }
    }

    /** Lists an account as due once its time is past, not when it has come. */
    static final class IsDueTooLate extends BrokenStore {
        @Override
        public Page<AccountId> accounts(AccountQuery query) {
            Instant dueBy = query.dueBy();
            return correct.accounts(
                    dueBy == null ? query : new AccountQuery(query.after(), dueBy.minusNanos(1_000), query.limit()));
        }
    }

    /** Forgets that holds end too. */
    static final class SeesOnlyLotsAsDue extends BrokenStore {
        @Override
        public Page<AccountId> accounts(AccountQuery query) {
            Page<AccountId> page = correct.accounts(query);
            Instant dueBy = query.dueBy();
            return dueBy == null
                    ? page
                    : new Page<>(
                            page.items().stream()
                                    .filter(id -> hasLotsDueBy(id, dueBy))
                                    .toList(),
                            page.hasMore());
        }

        private boolean hasLotsDueBy(AccountId id, Instant time) {
            return correct.read(Scope.NOTHING.account(id)).account(id).lots().stream()
                    .anyMatch(lot -> lot.terms().expiredAt(time));
        }
    }

    /** Lists accounts in an order that never changes, yet scatters those that begin alike. */
    static final class SortsByTheEndsOfIds extends BrokenStore {

        private static final Comparator<AccountId> ORDER = Comparator.comparing(
                id -> new StringBuilder(id.value()).reverse().toString());

        @Override
        public Page<AccountId> accounts(AccountQuery query) {
            if (query.dueBy() != null) {
                return correct.accounts(query);
            }
            AccountId after = query.after();
            Page<AccountId> all = correct.accounts(AccountQuery.after(null, EntryQuery.MAX_LIMIT));
            return Page.cut(
                    all.items().stream()
                            .sorted(ORDER)
                            .filter(id -> after == null || ORDER.compare(id, after) > 0)
                            .limit(query.limit() + 1L)
                            .toList(),
                    query.limit());
        }
    }
}
