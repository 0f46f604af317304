package io.tokeneconomy.example.benchmark.contender.ours;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.payment.stripe.StripeGateway;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceivedTest {

    private final Received received = new Received();
    private final List<TokenEconomyEvent.OfEntry> events = new ArrayList<>();

    /** One grant, then two spends, the last of which also empties the account. */
    @BeforeEach
    void book() {
        try (TokenEconomy economy = TokenEconomy.builder()
                .store(MemoryLedgerStore.create())
                .payments(StripeGateway.of("sk_test_benchmark", "whsec_benchmark"))
                .baseUrl(URI.create("http://localhost:8080"))
                .listener(event -> events.add((TokenEconomyEvent.OfEntry) event))
                .build()) {
            AccountId account = AccountId.of("a");
            economy.ledger().grant(account, 2, IdempotencyKey.of("grant")).orElseThrow();
            economy.ledger().spend(account, 1, IdempotencyKey.of("first")).orElseThrow();
            economy.ledger().spend(account, 1, IdempotencyKey.of("second")).orElseThrow();
        }
    }

    @Test
    void eachSpendCounts() {
        events.forEach(received::receive);
        assertThat(received.await(2, Duration.ZERO)).isTrue();
        assertThat(received.await(3, Duration.ZERO)).isFalse();
    }

    @Test
    void oneThatComesAgainCountsOnce() {
        events.subList(0, 2).forEach(received::receive);
        events.forEach(received::receive);
        assertThat(received.spends()).isEqualTo(2);
    }

    @Test
    void oneThatComesBeforeItsPredecessorDoesNotCount() {
        received.receive(events.get(0));
        received.receive(events.get(2));
        assertThat(received.spends()).isZero();
    }
}
