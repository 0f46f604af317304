package io.tokeneconomy.servlet.admin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.payment.stripe.StripeGateway;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorsLogTest {

    /** Of the longest reason so much is kept as goes into an entry, and no half of a character. */
    @ParameterizedTest
    @ValueSource(ints = {176, 181, 182})
    void theLongestReasonOfTheLongestSessionIsRecorded(int idLength) {
        try (TokenEconomy economy = TokenEconomy.builder()
                .store(MemoryLedgerStore.create())
                .payments(StripeGateway.builder()
                        .secretKey("sk_test_1")
                        .webhookSecrets("whsec_1")
                        .build())
                .baseUrl(URI.create("http://localhost:8080"))
                .build()) {
            OperatorsLog log = new OperatorsLog(economy.ledger());
            String what = "dismissal of parked " + "c".repeat(idLength);

            log.record("carol", what, "🪙".repeat(Reading.MAX_REASON / 2), IdempotencyKey.of("form-1"));

            assertThat(log.page(null).entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.details().description())
                            .startsWith(what + ": 🪙")
                            .matches("[^…]*🪙…?")
                            .hasSizeBetween(498, 500));
        }
    }
}
