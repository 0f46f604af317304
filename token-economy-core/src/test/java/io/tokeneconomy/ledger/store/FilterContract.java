package io.tokeneconomy.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.EntryFilter;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.ledger.Movement;
import io.tokeneconomy.ledger.PlaceHold;
import io.tokeneconomy.ledger.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listings show what matches and nothing else, page by page. */
abstract class FilterContract extends BigScopeContract {

    @Nested
    class FilteredEntries {

        @Test
        void byType() {
            granted(ALICE, 2);
            spent(ALICE, 1, "s1");
            granted(ALICE, 1, "g");
            spent(ALICE, 1, "s2");
            assertThat(found(EntryFilter.ALL.ofTypes(EntryType.SPEND))).containsExactly(5L, 3L);
            assertThat(found(EntryFilter.ALL.ofTypes(EntryType.SPEND, EntryType.GRANT)))
                    .containsExactly(5L, 4L, 3L, 2L, 1L);
            assertThat(found(EntryFilter.ALL.ofTypes(EntryType.CLAWBACK))).isEmpty();
        }

        @Test
        void byTimeFromTheFirstToBeforeTheLast() {
            LongStream.rangeClosed(1, 4).forEach(i -> booked("k" + i, Details.NONE, Samples.NOW.plusSeconds(i)));
            Instant second = Samples.NOW.plusSeconds(2);
            Instant fourth = Samples.NOW.plusSeconds(4);
            assertThat(found(EntryFilter.ALL.between(second, fourth))).containsExactly(3L, 2L);
            assertThat(found(EntryFilter.ALL.between(second.plusNanos(1_000), null)))
                    .containsExactly(4L, 3L);
            assertThat(found(EntryFilter.ALL.between(null, second))).containsExactly(1L);
        }

        @Test
        void byReferenceCharacterByCharacter() {
            List<String> references = List.of("Order-7", "order-7", "Order-7 ", "ordér-7", "order_7", "\ud83e\ude99");
            for (String reference : references) {
                booked("k" + references.indexOf(reference), Details.NONE.withReference(reference), Samples.NOW);
            }
            for (int i = 0; i < references.size(); i++) {
                assertThat(found(EntryFilter.ALL.withReference(references.get(i))))
                        .containsExactly(i + 1L);
            }
            assertThat(found(EntryFilter.ALL.withReference("ORDER-7"))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"job", "Job", "a%b", "a_b", "quo\"te", "back\\slash", "\ud83e\ude99", "it's"})
        void byMetadataKeyCharacterByCharacter(String key) {
            booked("wanted", Details.NONE.withMetadata(Map.of(key, "1")), Samples.NOW);
            booked("value", Details.NONE.withMetadata(Map.of("other", key)), Samples.NOW);
            booked("member", Details.NONE.withMetadata(Map.of("other", "\"" + key + "\":")), Samples.NOW);
            booked("longer", Details.NONE.withMetadata(Map.of(key + "x", "1", "x" + key, "2")), Samples.NOW);
            booked("cased", Details.NONE.withMetadata(Map.of(swapped(key), "1")), Samples.NOW);
            List<Long> expected = swapped(key).equals(key) ? List.of(5L, 1L) : List.of(1L);
            assertThat(found(EntryFilter.ALL.withMetadataKey(key))).isEqualTo(expected);
        }

        @Test
        void byEverythingAtOnceInPagesInBothDirections() {
            Details wanted = Details.NONE.withReference("r").withMetadata(Map.of("m", "1"));
            LongStream.rangeClosed(1, 20)
                    .forEach(i -> booked("k" + i, i % 2 == 0 ? wanted : Details.NONE, Samples.NOW));
            EntryFilter filter = EntryFilter.ALL
                    .ofTypes(EntryType.GRANT)
                    .between(Samples.NOW, Samples.NOW.plusSeconds(1))
                    .withReference("r")
                    .withMetadataKey("m");
            Page<LedgerEntry> down =
                    store().entries(EntryQuery.before(ALICE, 15, 3).matching(filter));
            assertThat(down.items()).extracting(LedgerEntry::sequence).containsExactly(14L, 12L, 10L);
            assertThat(down.hasMore()).isTrue();
            Page<LedgerEntry> up =
                    store().entries(EntryQuery.after(ALICE, 15, 3).matching(filter));
            assertThat(up.items()).extracting(LedgerEntry::sequence).containsExactly(16L, 18L, 20L);
            assertThat(up.hasMore()).isFalse();
        }

        private List<Long> found(EntryFilter filter) {
            return store().entries(EntryQuery.newest(ALICE, 100).matching(filter)).items().stream()
                    .map(LedgerEntry::sequence)
                    .toList();
        }

        private void booked(String key, Details details, Instant at) {
            books().apply(new Grant(ALICE, 1, IdempotencyKey.of(key), LotTerms.FREE, details), at);
        }

        private String swapped(String text) {
            String upper = text.toUpperCase(java.util.Locale.ROOT);
            return upper.equals(text) ? text.toLowerCase(java.util.Locale.ROOT) : upper;
        }
    }

    @Nested
    class DueAccounts {

        @Test
        void areThoseWhoseFirstLotOrHoldEnds() {
            due("never", null);
            due("soon", Samples.NOW.plusSeconds(1));
            due("later", Samples.NOW.plus(Duration.ofDays(1)));
            due("now", Samples.NOW);
            granted(AccountId.of("held"), 1, "g-held");
            books().apply(
                            PlaceHold.of(AccountId.of("held"), 1, IdempotencyKey.of("h"), Duration.ofSeconds(2)),
                            Samples.NOW);
            assertThat(dueBy(Samples.NOW.minusNanos(1_000))).isEmpty();
            assertThat(dueBy(Samples.NOW)).containsExactly(AccountId.of("now"));
            assertThat(dueBy(Samples.NOW.plusSeconds(1))).containsExactly(AccountId.of("now"), AccountId.of("soon"));
            assertThat(dueBy(Samples.NOW.plusSeconds(2)))
                    .containsExactly(AccountId.of("held"), AccountId.of("now"), AccountId.of("soon"));
            assertThat(dueBy(Samples.LAST_TIME))
                    .containsExactly(
                            AccountId.of("held"), AccountId.of("later"), AccountId.of("now"), AccountId.of("soon"));
        }

        @Test
        void areNoLongerDueOnceTheLotIsGone() {
            due("a", Samples.NOW.plusSeconds(1));
            assertThat(dueBy(Samples.LAST_TIME)).hasSize(1);
            spent(AccountId.of("a"), 1, "s");
            assertThat(dueBy(Samples.LAST_TIME)).isEmpty();
        }

        @Test
        void comeInPages() {
            LongStream.range(0, 25).forEach(i -> due("a" + (10 + i), Samples.NOW));
            Page<AccountId> first = store().accounts(new AccountQuery(null, Samples.NOW, 20));
            assertThat(first.items()).hasSize(20);
            assertThat(first.hasMore()).isTrue();
            Page<AccountId> rest =
                    store().accounts(new AccountQuery(first.items().get(19), Samples.NOW, 20));
            assertThat(rest.items()).hasSize(5).doesNotContainAnyElementsOf(first.items());
            assertThat(rest.hasMore()).isFalse();
        }

        private List<AccountId> dueBy(Instant time) {
            return store().accounts(new AccountQuery(null, time, 100)).items();
        }

        private void due(String name, @org.jspecify.annotations.Nullable Instant expiresAt) {
            AccountId id = AccountId.of(name);
            LotTerms terms = new LotTerms(expiresAt, 0, LotTerms.FREE.funding());
            Effects effects = Effects.of(List.of(new Allocation(1, 1))).opening(terms);
            Movement one = new Movement(EntryType.GRANT, 1, new Totals(1, 0, 0), effects);
            LedgerEntry entry = Samples.entry(id, 1, "g-" + name, one, Details.NONE, null);
            write(entry, List.of(new io.tokeneconomy.ledger.Lot(1, 1, 1, terms)));
        }
    }
}
