package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.payment.stripe.StripeGateway;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The example in the javadoc of {@link StripeSandbox}, line by line. */
class ExampleTest {

    @Test
    void theExampleInTheJavadocWorks() {
        AccountId alice = AccountId.of("alice");
        try (StripeSandbox sandbox = StripeSandbox.builder().start();
                TokenEconomy economy = TokenEconomy.builder()
                        .store(MemoryLedgerStore.create())
                        .payments(StripeGateway.builder()
                                .secretKey(sandbox.apiKey())
                                .apiBase(sandbox.apiBase())
                                .webhookSecrets(sandbox.webhookSecret())
                                .build())
                        .baseUrl(URI.create("http://localhost:8080"))
                        .build()) {
            String session = economy.checkout().start(alice, "popular").id();
            sandbox.pay(session, "4242424242424242");
            economy.checkout().confirm(alice, session);
            assertThat(economy.ledger().balance(alice).available()).isEqualTo(110);
        }
    }
}
