package io.tokeneconomy.payment.stripe;

import static io.tokeneconomy.payment.stripe.Signing.NOW;
import static io.tokeneconomy.payment.stripe.Signing.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.payment.InvalidSignatureException;
import io.tokeneconomy.payment.PaymentEvent;
import io.tokeneconomy.payment.PaymentEvent.PaymentReversed;
import io.tokeneconomy.payment.PaymentEvent.SessionChanged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real webhook bodies of many API versions, kept outside of the repository; see {@code stripe.material}. */
class StripeMaterialTest {

    private final StripeGateway gateway = Signing.gateway();

    @Test
    @StripeRule(1)
    void everyRealEventIsReadAndNoneIsTakenForOurs() throws IOException {
        for (Path file : events()) {
            byte[] body = Files.readAllBytes(file);

            PaymentEvent event = gateway.verify(body, header(body));

            assertThat(event.envelope().type()).as(file.toString()).isNotBlank();
            assertThat(event instanceof SessionChanged)
                    .as("%s is a session event by its name", file)
                    .isEqualTo(file.getFileName().toString().contains("__checkout.session."));
            if (event instanceof SessionChanged changed) {
                assertThat(changed.sessionId()).startsWith("cs_");
                assertThat(changed.metadata().orElseThrow()).doesNotContainEntry("purchase_type", "token_package");
            }
        }
    }

    @Test
    @StripeRule({91, 111})
    void everyRealRefundAndDisputeNamesItsPayment() throws IOException {
        int reversals = 0;
        for (Path file : events()) {
            String name = file.getFileName().toString();
            if (name.matches(".*__(charge\\.refund.*|refund\\..*|charge\\.dispute\\..*)__.*")) {
                byte[] body = Files.readAllBytes(file);
                assertThat(gateway.verify(body, header(body)))
                        .as(name)
                        .isInstanceOfSatisfying(
                                PaymentReversed.class,
                                reversed -> assertThat(reversed.paymentId()).matches("(pi|ch)_.+"));
                reversals++;
            }
        }
        assertThat(reversals).isGreaterThan(10);
    }

    @Test
    void noRealEventIsReadUnderAWrongSignature() throws IOException {
        for (Path file : events()) {
            byte[] body = Files.readAllBytes(file);

            assertThatThrownBy(() -> gateway.verify(body, header(body, "whsec_of_somebody_else", NOW)))
                    .as(file.toString())
                    .isInstanceOf(InvalidSignatureException.class);
        }
    }

    private static List<Path> events() throws IOException {
        String material = System.getProperty("stripe.material", "");
        if (material.isBlank()) {
            String how =
                    "the system property stripe.material (environment STRIPE_MATERIAL) names no folder of real events";
            if ("true".equals(System.getenv("CI"))) {
                fail(how);
            }
            Assumptions.abort(how);
        }
        try (Stream<Path> files = Files.list(Path.of(material, "events"))) {
            List<Path> events = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(events).as("events in %s", material).isNotEmpty();
            return events;
        }
    }
}
