package io.tokeneconomy.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** Requests that differ in nothing but ids, numbers and texts are of one shape. */
class RequestTest {

    @Test
    void idsNumbersAndTextsAreLeftOut() {
        assertThat(post("/v1/checkout/sessions/cs_test_1/expire", "expand%5B0%5D=line_items&metadata%5Bx%5D=1")
                        .shape())
                .isEqualTo("POST /v1/checkout/sessions/{id}/expire expand[]=line_items metadata[]");
        assertThat(post("/v1/refunds", "payment_intent=pi_1&amount=5&reason=duplicate")
                        .shape())
                .isEqualTo(post("/v1/refunds", "reason=duplicate&amount=7&payment_intent=pi_2")
                        .shape())
                .isNotEqualTo(post("/v1/refunds", "reason=fraudulent&amount=7&payment_intent=pi_2")
                        .shape());
    }

    @Test
    void othersThanStripesAreToldApart() {
        assertThat(post("/v1/refunds", "").isForStripe()).isTrue();
        assertThat(post("/api/stripe/webhook", "").isForStripe()).isFalse();
    }

    @Test
    void anExpiryIsMovedToTheJudgesTime() {
        assertThat(post("/v1/checkout/sessions", "mode=payment&expires_at=7")
                        .atJudgesTime()
                        .body())
                .matches("mode=payment&expires_at=\\d{9,}");
    }

    private static Request post(String path, String body) {
        return new Request("POST", URI.create(path), body);
    }
}
