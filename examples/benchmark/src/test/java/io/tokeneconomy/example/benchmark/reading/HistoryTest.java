package io.tokeneconomy.example.benchmark.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.example.benchmark.contender.Place;
import io.tokeneconomy.example.benchmark.contender.ours.OursInMemory;
import io.tokeneconomy.example.benchmark.trial.TrialFailedException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final int MORE_THAN_A_BULK = 10_003;

    private final OursInMemory ours = new OursInMemory(new Place("memory:test", false));
    private final Ledger ledger = ours.ledger();

    @AfterEach
    void close() {
        ours.close();
    }

    @Test
    void itHasAsManyEntriesAsAskedFor() {
        AccountId account = AccountId.of("long");
        assertThat(History.book(ledger, "long", MORE_THAN_A_BULK).entries()).isEqualTo(MORE_THAN_A_BULK);
        assertThat(ledger.statement(account, 1, null).entries())
                .singleElement()
                .satisfies(newest -> assertThat(newest.sequence()).isEqualTo(MORE_THAN_A_BULK));
        assertThat(ledger.verify(account).intact()).isTrue();
    }

    @Test
    void everyPageIsFoundAlsoTheShortOnesAtItsEnd() {
        History history = History.book(ledger, "long", 120);
        assertThatCode(() -> {
                    history.readFirstPage();
                    history.readPageFrom(60);
                    history.readPageFrom(49);
                    history.readPageFrom(1);
                    history.readBalance();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void whatWasNotBookedHereFails() {
        History history = History.book(ledger, "long", 120);
        ledger.spend(AccountId.of("long"), 1, IdempotencyKey.of("another")).orElseThrow();
        assertThatThrownBy(history::readFirstPage)
                .isInstanceOf(TrialFailedException.class)
                .hasMessageContaining("from entry 120 must have 50 entries");
        assertThatThrownBy(history::readBalance)
                .isInstanceOf(TrialFailedException.class)
                .hasMessage("the balance of long must be 1000 and is 999");
    }
}
