package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.Samples;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final AccountId BOB = AccountId.of("bob");

    private final Shelf shelf = new Shelf(3);

    @Test
    void whatIsDroppedIsGoneUntilItIsPutBack() {
        shelf.putAll(List.of(account(ALICE, 1)));
        shelf.drop(shelf.find(List.of(ALICE)).values());
        assertThat(shelf.find(List.of(ALICE))).isEmpty();
        shelf.putAll(List.of(account(ALICE, 1)));
        assertThat(shelf.find(List.of(ALICE)).get(ALICE)).isEqualTo(account(ALICE, 1));
    }

    @Test
    void aStateThatWasPutThereSinceIsNotDropped() {
        shelf.putAll(List.of(account(ALICE, 1)));
        var found = shelf.find(List.of(ALICE)).values();
        shelf.putAll(List.of(account(ALICE, 2)));
        shelf.drop(found);
        assertThat(shelf.find(List.of(ALICE)).get(ALICE)).isEqualTo(account(ALICE, 2));
    }

    @Test
    void allAreFoundOrNone() {
        shelf.putAll(List.of(account(ALICE, 1)));
        assertThat(shelf.find(List.of(ALICE, BOB))).isEmpty();
        assertThat(shelf.find(List.of(ALICE))).hasSize(1);
    }

    @Test
    void theLaterStateStays() {
        shelf.putAll(List.of(account(ALICE, 2)));
        shelf.putAll(List.of(account(ALICE, 1)));
        assertThat(shelf.find(List.of(ALICE)).get(ALICE)).isEqualTo(account(ALICE, 2));
    }

    @Test
    void theOneThatWasPutFirstMakesRoom() {
        IntStream.range(0, 4).forEach(i -> shelf.putAll(List.of(account(AccountId.of("a" + i), 1))));
        assertThat(shelf.find(List.of(AccountId.of("a0")))).isEmpty();
        assertThat(shelf.find(List.of(AccountId.of("a1"), AccountId.of("a2"), AccountId.of("a3"))))
                .hasSize(3);
    }

    @Test
    void anAccountThatOthersWriteStaysAwayForAWhile() {
        for (int i = 0; i < 3; i++) {
            shelf.lost(ALICE);
        }
        int absences = 0;
        for (; absences < 1_000; absences++) {
            shelf.putAll(List.of(account(ALICE, 1)));
            if (!shelf.find(List.of(ALICE)).isEmpty()) {
                break;
            }
        }
        assertThat(absences).isEqualTo(8);
    }

    @Test
    void nothingIsKeptWhereNothingMayBe() {
        Shelf none = new Shelf(0);
        none.putAll(List.of(account(ALICE, 1)));
        assertThat(none.find(List.of(ALICE))).isEmpty();
    }

    private static Account account(AccountId id, int sequence) {
        return Samples.after(Samples.entry(id, sequence, "k" + sequence), List.of());
    }
}
