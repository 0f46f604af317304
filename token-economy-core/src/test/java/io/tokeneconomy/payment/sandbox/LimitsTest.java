package io.tokeneconomy.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import io.tokeneconomy.payment.sandbox.StripeSandboxBuilder.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private WebhookReceiver receiver;
    private StripeSandbox sandbox;
    private Shop shop;

    @BeforeEach
    void start() throws Exception {
        receiver = new WebhookReceiver();
        sandbox = StripeSandbox.start(new Settings(
                0,
                new WebhookTarget(receiver.uri(), WebhookReceiver.SECRET),
                null,
                InstantSource.system(),
                Duration.ofHours(1),
                List.of(Duration.ofHours(1)),
                EventLog.CHECKOUT,
                new Limits(3, 2, 4, 5)));
        shop = new Shop(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    @Test
    void theOldestFinishedSessionMakesRoomWithItsPaymentAndInlinePrice() throws Exception {
        String open = shop.open().getId();
        List<String> paid = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            paid.add(shop.open().getId());
            sandbox.pay(paid.get(i), "4242424242424242");
        }
        assertThat(shop.stripe().v1().checkout().sessions().list().getData())
                .extracting("id")
                .containsExactly(paid.get(5), paid.get(4), open);
        assertThat(shop.stripe().v1().prices().list().getData()).hasSize(3);
        assertThat(shop.stripe().v1().products().list().getData()).hasSize(3);
        assertThat(sandbox.events()).extracting(EmittedEvent::objectId).containsExactly(paid.get(4), paid.get(5));
    }

    @Test
    void refundsAndDisputesGoWithTheirPayment() throws Exception {
        MoneyBack first = new MoneyBack(sandbox, "4242424242424242");
        String refund = sandbox.refunds().make(first.session(), 1);
        String dispute = sandbox.disputes().inquiry(first.session());
        for (int i = 0; i < 3; i++) {
            sandbox.pay(shop.open().getId(), "4242424242424242");
        }
        assertThatThrownBy(() -> first.refund(refund)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> first.dispute(dispute)).isInstanceOf(InvalidRequestException.class);
        assertThat(first.refunds()).isEmpty();
        assertThat(first.disputes()).isEmpty();
    }

    @Test
    void asManyEventsGoAsAStepAdds() throws Exception {
        try (StripeSandbox many = StripeSandbox.start(new Settings(
                0,
                new WebhookTarget(receiver.uri(), WebhookReceiver.SECRET),
                null,
                InstantSource.system(),
                Duration.ofHours(1),
                List.of(Duration.ofHours(1)),
                EventLog.ALWAYS,
                new Limits(100, 10, 10, 100)))) {
            MoneyBack paid = new MoneyBack(many, "4242424242424242");
            for (int i = 0; i < 20; i++) {
                many.refunds().make(paid.session(), 1);
                assertThat(many.webhooks().await(Duration.ofSeconds(10))).isTrue();
            }
            assertThat(many.events()).hasSize(10);
        }
    }

    @Test
    void openSessionsAreNeverDropped() throws Exception {
        for (int i = 0; i < 3; i++) {
            shop.open();
        }
        assertThatThrownBy(shop::open)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("at most 3 objects");
    }

    @Test
    void theCatalogTakesItsLimitAndNoMore() throws Exception {
        for (int i = 0; i < 5; i++) {
            shop.price("key" + i);
        }
        assertThatThrownBy(() -> shop.price("one too many")).hasMessageContaining("at most 5 objects");
    }
}
