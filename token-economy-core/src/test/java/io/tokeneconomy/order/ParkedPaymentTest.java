package io.tokeneconomy.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParkedPaymentTest {

    private static final Instant PARKED = Instant.parse("2026-11-22T10:15:30.123456Z");
    private static final ParkedPayment OPEN =
            new ParkedPayment("cs_1", PaymentMode.LIVE, "why", "ord_1", 7, "usd", Map.of("a", "b"), PARKED, null);

    @Test
    void resolvingChangesNothingButTheTime() {
        assertThat(OPEN.resolved(PARKED.plusNanos(1_999)))
                .isEqualTo(new ParkedPayment(
                        "cs_1",
                        PaymentMode.LIVE,
                        "why",
                        "ord_1",
                        7,
                        "usd",
                        Map.of("a", "b"),
                        PARKED,
                        PARKED.plusNanos(1_000)));
    }

    @Test
    void aTimeThatNoStoreKeepsIsRefused() {
        assertThatThrownBy(() -> OPEN.resolved(Instant.EPOCH.minusNanos(1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("resolvedAt");
    }
}
