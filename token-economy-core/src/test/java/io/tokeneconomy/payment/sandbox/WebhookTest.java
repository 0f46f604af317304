package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.payment.sandbox.WebhookReceiver.Received;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {

    private static final String GOOD = "4242424242424242";
    private static final List<Duration> QUICK = List.of(Duration.ofMillis(1), Duration.ofMillis(2));

    private static StripeSandboxBuilder sendingTo(WebhookReceiver receiver) {
        return StripeSandbox.builder()
                .webhook(receiver.uri(), WebhookReceiver.SECRET)
                .retryDelays(QUICK);
    }

    private static String buy(StripeSandbox sandbox) throws Exception {
        String id = new Shop(sandbox).open().getId();
        sandbox.pay(id, GOOD);
        return id;
    }

    @Test
    void anEventIsSentAgainUntilItIsTakenWithAFreshSignatureAndTheSameBody() throws Exception {
        SettableTime time = new SettableTime();
        try (WebhookReceiver receiver = new WebhookReceiver(500, 302, 404);
                StripeSandbox sandbox = sendingTo(receiver).time(time).start()) {
            receiver.before(() -> time.advance(Duration.ofSeconds(1)));
            buy(sandbox);

            Eventually.until("delivered", () -> sandbox.events().get(0).delivered());
            assertThat(receiver.received())
                    .hasSize(4)
                    .extracting(Received::body)
                    .containsOnly(receiver.received().get(0).body());
            assertThat(receiver.received()).extracting(Received::signature).doesNotHaveDuplicates();
            assertThat(receiver.events()).hasSize(4);
        }
    }

    @Test
    void anEventIsGivenUpAfterTheDocumentedNumberOfTries() throws Exception {
        Integer[] failures = Collections.nCopies(100, 503).toArray(Integer[]::new);
        try (WebhookReceiver receiver = new WebhookReceiver(failures);
                StripeSandbox sandbox = sendingTo(receiver).start()) {
            buy(sandbox);
            Eventually.until("given up", () -> receiver.received().size() == StripeSandboxBuilder.MAX_TRIES);

            String event = sandbox.events().get(0).id();
            assertThat(sandbox.redeliver(event)).isEqualTo(new WebhookAttempt(event, 503, ""));
            assertThat(receiver.received()).hasSize(StripeSandboxBuilder.MAX_TRIES + 1);
        }
    }

    @Test
    void aReceiverThatIsDownIsTriedAgain() throws Exception {
        WebhookReceiver down = new WebhookReceiver();
        down.close();
        try (WebhookReceiver up = new WebhookReceiver();
                StripeSandbox sandbox = sendingTo(down).start()) {
            buy(sandbox);
            sandbox.webhook(up.uri(), WebhookReceiver.SECRET);
            Eventually.until("delivered", () -> sandbox.events().get(0).delivered());
            assertThat(up.received()).hasSize(1);
        }
    }

    @Test
    void redeliverySendsADeliveredEventOnceMore() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver();
                StripeSandbox sandbox = sendingTo(receiver).start()) {
            buy(sandbox);
            WebhookAttempt again = sandbox.redeliver(sandbox.events().get(0).id());

            assertThat(again.delivered()).isTrue();
            assertThat(receiver.events())
                    .hasSize(2)
                    .extracting(event -> event.getId())
                    .containsOnly(again.eventId());
        }
    }

    @Test
    void eventsWaitForAWebhookThatIsSetLater() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver();
                StripeSandbox sandbox = StripeSandbox.builder().start()) {
            buy(sandbox);
            assertThat(sandbox.webhookSecret()).isEqualTo(StripeSandbox.DEFAULT_WEBHOOK_SECRET);
            sandbox.webhook(receiver.uri(), WebhookReceiver.SECRET);
            Eventually.until("delivered", () -> sandbox.events().get(0).delivered());
            assertThat(sandbox.webhookSecret()).isEqualTo(WebhookReceiver.SECRET);
        }
    }

    @Test
    void theSignatureHoldsForItsSecretAndBodyOnly() throws Exception {
        try (WebhookReceiver receiver = new WebhookReceiver();
                StripeSandbox sandbox = sendingTo(receiver).start()) {
            buy(sandbox);
            Received received = receiver.received().get(0);
            assertThat(received.verified().getApiVersion()).isEqualTo(ApiHandler.API_VERSION);
            assertThatThrownBy(() -> Webhook.constructEvent(received.body(), received.signature(), "whsec_other"))
                    .isInstanceOf(SignatureVerificationException.class);
            assertThatThrownBy(() ->
                            Webhook.constructEvent(received.body() + " ", received.signature(), WebhookReceiver.SECRET))
                    .isInstanceOf(SignatureVerificationException.class);
        }
    }

    @Test
    void closingStopsTheTries() throws Exception {
        try (WebhookReceiver receiver =
                new WebhookReceiver(Collections.nCopies(50, 500).toArray(Integer[]::new))) {
            StripeSandbox sandbox = sendingTo(receiver)
                    .retryDelays(List.of(Duration.ofMillis(50)))
                    .start();
            buy(sandbox);
            sandbox.close();
            int tries = receiver.received().size();
            try (StripeSandbox other = sendingTo(receiver)
                    .retryDelays(List.of(Duration.ofMillis(50)))
                    .start()) {
                buy(other);
                Eventually.until("others' tries", () -> receiver.received().size() >= tries + 5);
            }
            assertThat(receiver.events().stream()
                            .skip(tries)
                            .map(event -> event.getId())
                            .distinct())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "whsec_x ", "whsec_x\n"})
    void aBlankOrPaddedSecretIsRefusedAndNotShown(String secret) {
        assertThatThrownBy(() -> StripeSandbox.builder().webhook(URI.create("http://localhost/hook"), secret))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("whsec_x");
    }
}
