package io.tokeneconomy.example.benchmark.contender.ours;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.example.benchmark.contender.Answer;
import io.tokeneconomy.example.benchmark.contender.Books;
import io.tokeneconomy.example.benchmark.contender.Place;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OurLedgerTest {

    private static final List<String> ACCOUNTS = List.of("a", "b");
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static Books books(boolean outbox, Received received) {
        Place place = new Place("memory:test", outbox);
        try (OurLedger ours = new OurLedger(place, MemoryLedgerStore.create(), received, PATIENCE) {}) {
            ours.open(ACCOUNTS, 10);
            assertThat(ours.spend("a", "first")).isEqualTo(Answer.BOOKED);
            assertThat(ours.spend("a", "first")).isEqualTo(Answer.REPLAYED);
            assertThat(ours.spend("b", "second")).isEqualTo(Answer.BOOKED);
            return ours.books(ACCOUNTS);
        }
    }

    @Test
    void theOutboxDeliversEverySpend() {
        Received received = new Received();
        assertThat(books(true, received)).isEqualTo(new Books(2, List.of()));
        assertThat(received.spends()).isEqualTo(2);
    }

    @Test
    void aSpendThatIsNotDeliveredIsAFault() {
        Received forgetsOne = new Received() {
            @Override
            public void receive(TokenEconomyEvent.OfEntry event) {
                if (!event.entry().key().value().equals("second")) {
                    super.receive(event);
                }
            }
        };
        assertThat(books(true, forgetsOne).faults())
                .containsExactly("of 2 spends the outbox delivered 1, and then nothing for 1 s");
    }

    @Test
    void withoutOutboxNothingIsDeliveredAndNothingMissed() {
        Received received = new Received();
        assertThat(books(false, received).faults()).isEmpty();
        assertThat(received.spends()).isZero();
    }
}
