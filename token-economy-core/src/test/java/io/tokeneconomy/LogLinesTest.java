package io.tokeneconomy;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.ScriptedSessions;
import io.tokeneconomy.payment.stripe.StripeGateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The lines that operators search for, word by word. */
class LogLinesTest {

    @Test
    void aPurchase() throws IOException {
        try (Shop shop = Shop.on(MemoryLedgerStore.create())) {
            CheckoutSession session = shop.paid();
            TestLog log = new TestLog();

            shop.deliver("completed", session.id());

            assertThat(log.messages())
                    .containsExactly(
                            "🛒 Processing checkout.session.completed event",
                            "🪙 Detected token purchase - routing to token handler",
                            "💰 Crediting 110 tokens to user alice",
                            "✅ Token purchase completed successfully");
        }
    }

    @Test
    void aRedelivery() throws IOException {
        try (Shop shop = Shop.on(MemoryLedgerStore.create())) {
            CheckoutSession session = shop.paid();
            shop.deliver("completed", session.id());
            TestLog log = new TestLog();

            shop.deliver("completed", session.id());

            assertThat(log.messages())
                    .containsExactly(
                            "🛒 Processing checkout.session.completed event",
                            "🪙 Detected token purchase - routing to token handler");
        }
    }

    @Test
    void missingMetadata() throws IOException {
        assertThat(messagesFor("package_id", null))
                .contains("❌ Missing required metadata for token purchase", "❌ Failed to credit tokens to user alice");
    }

    @Test
    void aWrongNumberOfTokens() throws IOException {
        assertThat(messagesFor("tokens", "7"))
                .contains("❌ Invalid token amount", "❌ Failed to credit tokens to user alice");
    }

    @Test
    @StripeRule(1)
    void anotherApiVersionIsToldOnce() throws Exception {
        TestLog log = new TestLog();
        signedTwice("whsec_only", "whsec_only");
        assertThat(log.messages())
                .singleElement()
                .asString()
                .startsWith(
                        "events come in API version 2020-08-27, this library asks for " + StripeGateway.API_VERSION);
    }

    @Test
    @StripeRule(11)
    void eachOfSeveralSecretsIsToldOnceByItsNumber() throws Exception {
        TestLog log = new TestLog();
        signedTwice("whsec_new,whsec_old", "whsec_old");
        assertThat(log.messages())
                .filteredOn(line -> line.contains("secret"))
                .containsExactly("webhooks come signed with secret 2 of 2");
    }

    private static void signedTwice(String secrets, String secret) throws Exception {
        String event = "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"a.b\",\"livemode\":false,"
                + "\"api_version\":\"2020-08-27\",\"data\":{\"object\":{}}}";
        try (StripeGateway gateway = StripeGateway.of("sk_test_1", secrets)) {
            for (int i = 0; i < 2; i++) {
                String header = Webhook.Signature.generateSignatureHeader(
                        event, secret, Instant.now().getEpochSecond());
                gateway.verify(event.getBytes(StandardCharsets.UTF_8), header);
            }
        }
    }

    private static Iterable<String> messagesFor(String name, @Nullable String value) throws IOException {
        try (Shop shop = Shop.on(MemoryLedgerStore.create())) {
            CheckoutSession session = shop.paid();
            Map<String, String> metadata = new HashMap<>(session.metadata());
            metadata.remove(name);
            if (value != null) {
                metadata.put(name, value);
            }
            shop.gateway.move(session.id(), s -> ScriptedSessions.copy(s, s.id(), metadata, s.amounts()));
            TestLog log = new TestLog();
            shop.deliver("completed", session.id());
            return log.messages();
        }
    }
}
