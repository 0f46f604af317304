package io.tokeneconomy.spring.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.PaymentEvent;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CallWatchTest {

    private static final AccountId ALICE = AccountId.of("alice");
    private static final PaymentEvent EVENT = new PaymentEvent.Other(new PaymentEvent.Envelope(
            "evt_1", "invoice.paid", PaymentMode.TEST, null, null, "{\"id\":\"evt_1\",\"created\": 1000}"));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void theLagIsFromTheEventToItsWebhook() {
        new CallMeters(() -> meters, () -> Instant.ofEpochSecond(1_007)).answered(EVENT);
        assertThat(meters.get("token.economy.webhook.lag").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(7);
    }

    @Test
    void aBatchIsCountedByItsKeys() {
        Scope scope = Scope.NOTHING.account(ALICE).key(IdempotencyKey.of("one")).key(IdempotencyKey.of("two"));
        new CallMeters(() -> meters, Instant::now).asked(new Object[] {scope, "decision"});
        assertThat(meters.get("token.economy.batch").summary().totalAmount()).isEqualTo(2);
    }
}
