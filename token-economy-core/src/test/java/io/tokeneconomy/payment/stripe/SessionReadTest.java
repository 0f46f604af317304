package io.tokeneconomy.payment.stripe;

import static io.tokeneconomy.payment.stripe.Checkouts.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.PaymentRefs;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.PaymentPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionReadTest {

    private final FakeStripe stripe = new FakeStripe();
    private final StripeGateway gateway = StripeGateway.builder()
            .secretKey("sk_test_sandbox")
            .webhookSecrets("whsec_1")
            .apiBase(stripe.base())
            .build();

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    @StripeRule({42, 56})
    void aSessionIsReadInFull() {
        stripe.answers(200, session("\"payment_intent\":null", "\"payment_intent\":\"pi_1\""));

        CheckoutSession session = gateway.session("cs_test_a1").orElseThrow();

        assertThat(session)
                .isEqualTo(new CheckoutSession(
                        "cs_test_a1",
                        CheckoutSession.Kind.PAYMENT,
                        CheckoutSession.Status.OPEN,
                        CheckoutSession.PaymentStatus.UNPAID,
                        PaymentMode.TEST,
                        new CheckoutSession.Amounts(999, 1189, "usd"),
                        false,
                        new PaymentRefs("cs_test_a1", "pi_1", "cus_1"),
                        "alice",
                        Map.of("order_id", "ord_1"),
                        new PaymentPage.Hosted("https://checkout.stripe.com/c/pay/cs_test_a1"),
                        Instant.ofEpochSecond(1_790_007_200)));
        FakeStripe.Request sent = stripe.onlyRequest();
        assertThat(sent.method() + " " + sent.path())
                .isEqualTo(
                        "GET /v1/checkout/sessions/cs_test_a1?expand[0]=payment_intent.latest_charge&expand[1]=line_items");
        assertThat(sent.headers()).doesNotContainKey("Idempotency-key");
    }

    @ParameterizedTest
    @CsvSource({
        "payment, open, unpaid, PAYMENT, OPEN, UNPAID",
        "payment, complete, paid, PAYMENT, COMPLETE, PAID",
        "payment, complete, no_payment_required, PAYMENT, COMPLETE, NO_PAYMENT_REQUIRED",
        "subscription, expired, unpaid, SUBSCRIPTION, EXPIRED, UNPAID",
        "setup, complete, no_payment_required, SETUP, COMPLETE, NO_PAYMENT_REQUIRED",
        "later, later, PAID, OTHER, OTHER, OTHER"
    })
    @StripeRule({32, 35, 36, 50})
    void statesAreReadAndUnknownOnesAreOther(
            String mode,
            String status,
            String paid,
            CheckoutSession.Kind kind,
            CheckoutSession.Status read,
            CheckoutSession.PaymentStatus payment) {
        stripe.answers(
                200,
                session("\"open\"", '"' + status + '"', "\"unpaid\"", '"' + paid + '"')
                        .replace("\"payment\"", '"' + mode + '"'));

        assertThat(gateway.session("cs_test_a1")).get().satisfies(session -> {
            assertThat(session.kind()).isEqualTo(kind);
            assertThat(session.status()).isEqualTo(read);
            assertThat(session.paymentStatus()).isEqualTo(payment);
        });
    }

    private static String line(int number, String price) {
        return "{\"id\":\"li_" + number + "\",\"object\":\"item\",\"quantity\":2,\"amount_subtotal\":1998,"
                + "\"amount_discount\":98,\"amount_total\":1900,\"price\":" + price + "}";
    }

    private static String page(boolean more, String... lines) {
        return "{\"object\":\"list\",\"has_more\":" + more + ",\"url\":\"/v1/checkout/sessions/cs_test_a1/line_items\","
                + "\"data\":[" + String.join(",", lines) + "]}";
    }

    private void answers(String lines) {
        stripe.answers(200, session("\"url\":", "\"line_items\":" + lines + ",\"url\":"));
    }

    @Test
    @StripeRule(41)
    void whatIsBoughtIsRead() {
        answers(page(false, line(1, "{\"id\":\"price_1\",\"unit_amount\":999}"), line(2, "null")));

        assertThat(lines())
                .containsExactly(
                        new CheckoutSession.Line("price_1", 999L, 2, 1_998, 98, 1_900),
                        new CheckoutSession.Line(null, null, 2, 1_998, 98, 1_900));
    }

    /** Stripe shows ten lines; the others are asked for, a hundred at a time. */
    @Test
    @StripeRule({40, 41})
    void moreLinesThanFitOnAPageAreAllRead() {
        String price = "{\"id\":\"price_1\",\"unit_amount\":999}";
        answers(page(true, line(1, price)));
        stripe.answers(200, page(true, line(1, price), line(2, price)));
        stripe.answers(200, page(false, line(3, price)));

        assertThat(lines()).hasSize(3);
        assertThat(stripe.requests())
                .extracting(FakeStripe.Request::path)
                .last()
                .asString()
                .startsWith("/v1/checkout/sessions/cs_test_a1/line_items?")
                .contains("limit=100", "starting_after=li_2");
    }

    private List<CheckoutSession.Line> lines() {
        return Objects.requireNonNull(
                        gateway.session("cs_test_a1").orElseThrow().amounts())
                .lines();
    }

    @Test
    @StripeRule({56, 62})
    void whatStripeMayLeaveOutIsLeftOut() {
        stripe.answers(
                200,
                "{\"id\":\"cs_live_a1\",\"object\":\"checkout.session\",\"mode\":\"setup\","
                        + "\"livemode\":true,\"expires_at\":1}");

        CheckoutSession session = gateway.session("cs_live_a1").orElseThrow();

        assertThat(session.amounts()).isNull();
        assertThat(session.metadata()).isEmpty();
        assertThat(session.url()).isEmpty();
        assertThat(session.clientReferenceId()).isNull();
        assertThat(session.mode()).isEqualTo(PaymentMode.LIVE);
        assertThat(session.refs()).isEqualTo(new PaymentRefs("cs_live_a1", null, null));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "cs_",
                "cs_a/b",
                "cs_a?x=1",
                "cs_../x",
                "CS_test_a",
                "pi_",
                "pi_a/b",
                "cs_ü",
                "cs_a\n",
                " cs_a"
            })
    void whatCannotBeASessionIsNotAskedFor(String id) {
        assertThat(gateway.session(id)).isEmpty();
        assertThat(stripe.requests()).isEmpty();
    }

    @Test
    void theLongestSessionIdFitsTheLedgersKeyAndIsAskedFor() {
        String longest = "cs_" + "a".repeat(180);
        stripe.fails(404, "invalid_request_error", "resource_missing", "session", "No such checkout.session");

        assertThat(IdempotencyKey.reserved("purchase", longest).value()).endsWith(longest);
        assertThat(gateway.session(longest)).isEmpty();
        assertThat(gateway.session(longest + "a")).isEmpty();
        assertThat(stripe.onlyRequest().path()).contains(longest + "?");
    }

    @ParameterizedTest
    @CsvSource({
        "succeeded, 0, false, PAID, false",
        "succeeded, 1, false, PAID, true",
        "succeeded, 0, true, PAID, true",
        "requires_capture, 0, false, UNPAID, false"
    })
    @StripeRule(54)
    void itsPaymentTellsWhetherMoneyIsCapturedAndWhetherSomeWentBack(
            String intent, long refunded, boolean disputed, CheckoutSession.PaymentStatus status, boolean reversed) {
        String payment = "{\"object\":\"payment_intent\",\"id\":\"pi_1\",\"status\":\"%s\",\"latest_charge\":"
                + "{\"object\":\"charge\",\"id\":\"ch_1\",\"amount_refunded\":%d,\"disputed\":%s}}";
        stripe.answers(
                200,
                session(
                                "\"payment_intent\":null",
                                "\"payment_intent\":" + payment.formatted(intent, refunded, disputed))
                        .replace("\"payment_status\":\"unpaid\"", "\"payment_status\":\"paid\""));

        CheckoutSession session = gateway.session("cs_test_a1").orElseThrow();

        assertThat(session.paymentStatus()).isEqualTo(status);
        assertThat(session.reversed()).isEqualTo(reversed);
        assertThat(session.refs().paymentIntentId()).isEqualTo("pi_1");
    }
}
