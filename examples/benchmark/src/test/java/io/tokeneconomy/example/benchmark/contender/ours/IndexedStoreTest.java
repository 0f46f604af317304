package io.tokeneconomy.example.benchmark.contender.ours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.example.benchmark.contender.Answer;
import io.tokeneconomy.example.benchmark.contender.Books;
import io.tokeneconomy.example.benchmark.contender.Place;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.EntryQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class IndexedStoreTest {

    private static final AccountId ACCOUNT = AccountId.of("a");
    private static final List<String> KEYS = List.of("grant-a", "first", "second", "third");

    private final LedgerStore memory = MemoryLedgerStore.create();
    private final IndexedStore store = new IndexedStore(memory);
    private OurLedger ours;

    @BeforeEach
    void book() {
        ours = new OurLedger(new Place("memory:test", false), store) {};
        ours.open(List.of("a"), 10);
        KEYS.stream().skip(1).forEach(key -> assertThat(ours.spend("a", key)).isEqualTo(Answer.BOOKED));
    }

    @AfterEach
    void close() {
        ours.close();
    }

    private static EntryIndex index(List<String> keys) {
        EntryIndex index = new EntryIndex();
        for (int i = 0; i < keys.size(); i++) {
            index.add(ACCOUNT, i + 1L, IdempotencyKey.of(keys.get(i)));
        }
        return index;
    }

    @Test
    void pagesAreThoseOfTheStoreItself() {
        store.know(index(KEYS));
        for (EntryQuery query : List.of(
                EntryQuery.newest(ACCOUNT, 2),
                EntryQuery.before(ACCOUNT, 3, 2),
                EntryQuery.after(ACCOUNT, 0, 4),
                EntryQuery.after(ACCOUNT, 2, 1),
                EntryQuery.after(ACCOUNT, 4, 1),
                EntryQuery.newest(AccountId.of("b"), 1))) {
            assertThat(store.entries(query)).as("%s", query).isEqualTo(memory.entries(query));
        }
    }

    @Test
    void aHistoryThatIsAllThereIsInOrder() {
        store.know(index(KEYS));
        assertThat(ours.books(List.of("a"))).isEqualTo(new Books(3, List.of()));
    }

    @Test
    void anEntryThatWasNotSeenIsAFault() {
        store.know(index(KEYS.subList(0, 3)));
        assertThat(ours.books(List.of("a")).faults()).hasSize(1);
    }

    @Test
    void anEntryInAnothersPlaceIsAFault() {
        store.know(index(List.of("grant-a", "second", "first", "third")));
        assertThat(ours.books(List.of("a")).faults()).hasSize(1);
    }

    @Test
    void twoEntriesInOnePlaceAreRefused() {
        EntryIndex index = index(KEYS);
        assertThatThrownBy(() -> index.add(ACCOUNT, 2, IdempotencyKey.of("another")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("entry 2 of a is there twice, as first and another");
    }
}
