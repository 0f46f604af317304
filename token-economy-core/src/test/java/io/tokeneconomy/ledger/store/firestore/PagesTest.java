package io.tokeneconomy.ledger.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.firestore.v1.RunQueryRequest;
import com.google.firestore.v1.StructuredQuery;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.EntryFilter;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Spend;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.Backlog;
import io.tokeneconomy.ledger.store.BacklogKey;
import io.tokeneconomy.ledger.store.BacklogQuery;
import io.tokeneconomy.ledger.store.Bookkeeper;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Page;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.ledger.store.Samples;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Filters, what is due, backlogs; and that every query has its index. */
class PagesTest extends FirestoreTest {

    private static final int ENTRIES = 40;

    @Test
    void everyFilterInBothDirectionsFindsWhatIsWanted() {
        history();
        List<LedgerEntry> all = books.history(ALICE);
        assertThat(all).hasSize(ENTRIES);
        filters().forEach(filter -> {
            List<LedgerEntry> wanted = all.stream().filter(filter::matches).toList();
            assertThat(walk(filter, false)).as("%s", filter).isEqualTo(wanted);
            List<LedgerEntry> reversed = new ArrayList<>(wanted);
            Collections.reverse(reversed);
            assertThat(walk(filter, true)).as("%s", filter).isEqualTo(reversed);
        });
    }

    @Test
    void aTimeCostsOneLookAndNoWalk() {
        history();
        EntryFilter early = EntryFilter.ALL.between(null, at(4));
        meddler.calls();
        Page<LedgerEntry> page = store.entries(new EntryQuery(ALICE, early, true, Long.MAX_VALUE, 2));
        assertThat(page.items()).extracting(LedgerEntry::sequence).containsExactly(3L, 2L);
        assertThat(page.hasMore()).isTrue();
        assertThat(meddler.calls()).containsExactly("RunQuery", "RunQuery");
    }

    @Test
    void accountsThatAreDue() {
        for (int i = 0; i < 9; i++) {
            books.apply(grant(account(i), 5, "free-" + i), Samples.NOW);
            if (i % 2 == 0) {
                books.apply(grant(account(i), 5, "k" + i).expiring(at(100 + i)), Samples.NOW);
            }
        }
        assertThat(due(at(99))).isEmpty();
        assertThat(due(at(104))).containsExactly(account(0), account(2), account(4));
        assertThat(due(at(999))).containsExactly(account(0), account(2), account(4), account(6), account(8));
    }

    @Test
    void backlogsAreAddedUnlessThereIsOne() {
        BacklogKey key = new BacklogKey("mail", ALICE);
        tell("k1", new Backlog(key, 0, null));
        tell("k2", new Backlog(key, 1, null));
        assertThat(backlogs("mail")).containsExactly(new Backlog(key, 0, null));
        Backlog leased = new Backlog(key, 1, at(5));
        store.update(Scope.NOTHING.backlog(key), before -> Changes.none("").backlog(leased));
        tell("k3", new Backlog(key, 0, null));
        assertThat(backlogs("mail")).containsExactly(leased);
        store.update(Scope.NOTHING.backlog(key), before -> Changes.none("").withoutBacklog(key));
        assertThat(backlogs("mail")).isEmpty();
        tell("k4", new Backlog(key, 3, null));
        assertThat(backlogs("mail")).containsExactly(new Backlog(key, 3, null));
        assertThat(books.account(ALICE).sequence()).isEqualTo(4);
    }

    @Test
    void aBacklogThatIsThereAndOneThatIsRemovedInTheSameUpdate() {
        BacklogKey here = new BacklogKey("here", ALICE);
        BacklogKey gone = new BacklogKey("gone", ALICE);
        tell("k1", new Backlog(here, 0, null), new Backlog(gone, 0, null));
        Scope scope = Scope.NOTHING.account(ALICE).backlog(here).backlog(gone);
        store.update(
                scope,
                before -> Changes.none("")
                        .backlog(new Backlog(here, 7, null))
                        .withoutBacklog(gone)
                        .news(List.of(new Backlog(here, 8, null), new Backlog(gone, 9, null))));
        assertThat(backlogs("here")).containsExactly(new Backlog(here, 7, null));
        assertThat(backlogs("gone")).containsExactly(new Backlog(gone, 9, null));
    }

    @Test
    void backlogsOfOneSubscriberInPages() {
        for (int i = 0; i < 5; i++) {
            Account account = Account.unused(account(i));
            Scope scope = Scope.NOTHING.account(account.id());
            store.update(
                    scope,
                    before -> Changes.none("")
                            .news(List.of(
                                    new Backlog(new BacklogKey("mail", account.id()), 0, null),
                                    new Backlog(new BacklogKey("other", account.id()), 0, null))));
        }
        Page<Backlog> first = store.backlogs(new BacklogQuery("mail", null, 3));
        assertThat(first.hasMore()).isTrue();
        Page<Backlog> rest = store.backlogs(new BacklogQuery("mail", account(2), 3));
        assertThat(rest.hasMore()).isFalse();
        assertThat(Stream.concat(first.items().stream(), rest.items().stream()))
                .extracting(backlog -> backlog.key().account())
                .containsExactly(account(0), account(1), account(2), account(3), account(4));
    }

    @Test
    void everyQueryHasItsIndex() {
        history();
        filters().forEach(filter -> {
            walk(filter, true);
            walk(filter, false);
        });
        store.accounts(AccountQuery.after(ALICE, 1));
        store.accounts(new AccountQuery(ALICE, at(1), 1));
        for (AccountId account : new AccountId[] {null, ALICE}) {
            for (OrderState state : new OrderState[] {null, OrderState.PAID}) {
                store.orders(new OrderQuery(account, state, Samples.orderId(1), 1));
            }
        }
        store.parked(new ParkedQuery("cs", 1));
        store.backlogs(new BacklogQuery("mail", ALICE, 1));
        Indexes indexes = Indexes.of(FirestoreIndexes.print(options.collections()));
        List<StructuredQuery> queries = meddler.requests().stream()
                .filter(RunQueryRequest.class::isInstance)
                .map(request -> ((RunQueryRequest) request).getStructuredQuery())
                .toList();
        assertThat(queries).hasSizeGreaterThan(20).allSatisfy(indexes::requireIndexFor);
    }

    private void history() {
        books.apply(grant(ALICE, 1_000, "start"), at(1));
        for (int i = 2; i <= ENTRIES; i++) {
            Details details = new Details(i % 3 == 0 ? "ref" : null, null, i % 7 == 0 ? Map.of("tag", "x") : Map.of());
            IdempotencyKey key = IdempotencyKey.of("e" + i);
            books.apply(
                    i % 2 == 0
                            ? grant(ALICE, 1, key.value()).withDetails(details)
                            : Spend.of(ALICE, 1, key).withDetails(details),
                    at(i));
        }
    }

    private static Stream<EntryFilter> filters() {
        EntryFilter all = EntryFilter.ALL;
        return Stream.of(
                all,
                all.ofTypes(EntryType.GRANT),
                all.ofTypes(EntryType.GRANT, EntryType.SPEND),
                all.ofTypes(EntryType.CLOSE),
                all.withReference("ref"),
                all.withReference("nothing"),
                all.withMetadataKey("tag"),
                all.withMetadataKey("none"),
                all.between(at(5), null),
                all.between(null, at(5)),
                all.between(at(10), at(20)),
                all.between(at(500), null),
                all.between(null, at(0)),
                all.ofTypes(EntryType.SPEND).withReference("ref").between(at(3), at(30)),
                all.ofTypes(EntryType.GRANT).withMetadataKey("tag").between(at(3), at(30)));
    }

    private List<LedgerEntry> walk(EntryFilter filter, boolean newestFirst) {
        List<LedgerEntry> found = new ArrayList<>();
        long beyond = newestFirst ? Long.MAX_VALUE : 0;
        Page<LedgerEntry> page;
        do {
            page = store.entries(new EntryQuery(ALICE, filter, newestFirst, beyond, 6));
            found.addAll(page.items());
            beyond = found.isEmpty() ? beyond : found.get(found.size() - 1).sequence();
        } while (page.hasMore());
        return found;
    }

    private List<AccountId> due(Instant by) {
        List<AccountId> found = new ArrayList<>();
        Page<AccountId> page;
        do {
            AccountId after = found.isEmpty() ? null : found.get(found.size() - 1);
            page = store.accounts(new AccountQuery(after, by, 2));
            found.addAll(page.items());
        } while (page.hasMore());
        return found;
    }

    private void tell(String key, Backlog... news) {
        store.update(
                Bookkeeper.scopeOf(grant(ALICE, 1, key)),
                before -> Bookkeeper.decide(before, grant(ALICE, 1, key), Samples.NOW)
                        .news(List.of(news)));
    }

    private List<Backlog> backlogs(String subscriber) {
        return store.backlogs(new BacklogQuery(subscriber, null, 9)).items();
    }

    private static AccountId account(int number) {
        return AccountId.of("a" + number);
    }

    private static Instant at(int minutes) {
        return Samples.NOW.plus(Duration.ofMinutes(minutes));
    }
}
