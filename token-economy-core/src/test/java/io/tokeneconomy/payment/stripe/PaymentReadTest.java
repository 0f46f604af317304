package io.tokeneconomy.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.Dispute;
import io.tokeneconomy.payment.Payment;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.RefundRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentReadTest {

    private static final String CHARGED = "{\"object\":\"payment_intent\",\"id\":\"pi_1\",\"livemode\":false,"
            + "\"currency\":\"usd\",\"latest_charge\":{\"object\":\"charge\",\"id\":\"ch_1\",\"amount\":1189,\"paid\":true}}";
    private static final String NOTHING = "{\"object\":\"list\",\"has_more\":false,\"url\":\"/v1/x\",\"data\":[]}";
    private static final String REFUND = "{\"object\":\"refund\",\"id\":\"%s\",\"amount\":%d,\"currency\":\"usd\","
            + "\"status\":\"%s\",\"metadata\":{\"a\":\"b\"}}";
    private static final String DISPUTE = "{\"object\":\"dispute\",\"id\":\"du_1\",\"amount\":500,\"currency\":\"usd\","
            + "\"status\":\"%s\",\"balance_transactions\":[%s]}";

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
    @StripeRule({93, 110})
    void aPaymentIsReadWithAllPagesOfItsRefundsAndItsDisputes() {
        stripe.answers(200, CHARGED);
        stripe.answers(200, list("/v1/refunds", true, REFUND.formatted("re_1", 100, "succeeded")));
        stripe.answers(200, list("/v1/refunds", false, REFUND.formatted("re_2", 200, "pending")));
        stripe.answers(200, list("/v1/disputes", false, DISPUTE.formatted("needs_response", transaction("dispute"))));

        assertThat(gateway.payment("pi_1"))
                .hasValue(new Payment(
                        "pi_1",
                        PaymentMode.TEST,
                        1189,
                        "usd",
                        List.of(
                                new Refund("re_1", 100, "usd", Refund.Status.SUCCEEDED, Map.of("a", "b")),
                                new Refund("re_2", 200, "usd", Refund.Status.PENDING, Map.of("a", "b"))),
                        List.of(new Dispute("du_1", 500, "usd", Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN))));
        assertThat(stripe.requests())
                .extracting(FakeStripe.Request::path)
                .containsExactly(
                        "/v1/payment_intents/pi_1?expand[0]=latest_charge",
                        "/v1/refunds?limit=100&payment_intent=pi_1",
                        "/v1/refunds?limit=100&payment_intent=pi_1&starting_after=re_1",
                        "/v1/disputes?limit=100&payment_intent=pi_1");
    }

    @Test
    void whatIsNotPaidIsNotCharged() {
        stripe.answers(200, CHARGED.replace("\"paid\":true", "\"paid\":false"));
        stripe.answers(200, NOTHING).answers(200, NOTHING);
        assertThat(gateway.payment("pi_1").orElseThrow().chargedMinor()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "pending, PENDING",
        "requires_action, PENDING",
        "succeeded, SUCCEEDED",
        "failed, FAILED",
        "canceled, CANCELED",
        "invented_later, OTHER"
    })
    @StripeRule({89, 90})
    void everyStatusOfARefundHasItsMeaning(String status, Refund.Status meaning) {
        stripe.answers(200, CHARGED);
        stripe.answers(200, list("/v1/refunds", false, REFUND.formatted("re_1", 100, status)));
        stripe.answers(200, NOTHING);
        assertThat(gateway.payment("pi_1").orElseThrow().refunds())
                .extracting(Refund::status)
                .containsExactly(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "warning_needs_response, INQUIRY",
        "warning_under_review, INQUIRY",
        "warning_closed, INQUIRY",
        "needs_response, OPEN",
        "under_review, OPEN",
        "won, WON",
        "prevented, OTHER",
        "lost, LOST",
        "charge_refunded, OTHER",
        "appeal_needs_response, OTHER",
        "invented_later, OTHER"
    })
    @StripeRule({105, 107})
    void everyStatusOfADisputeHasItsMeaning(String status, Dispute.Status meaning) {
        stripe.answers(200, CHARGED).answers(200, NOTHING);
        stripe.answers(200, list("/v1/disputes", false, DISPUTE.formatted(status, "")));
        assertThat(gateway.payment("pi_1").orElseThrow().disputes())
                .containsExactly(new Dispute("du_1", 500, "usd", meaning, Dispute.Funds.UNTOLD));
    }

    @ParameterizedTest
    @CsvSource({
        "dispute, WITHDRAWN",
        "dispute dispute_reversal, RETURNED",
        "dispute dispute_reversal dispute, WITHDRAWN",
        "fee, UNTOLD"
    })
    @StripeRule({106, 108})
    void theBooksTellWhereTheMoneyOfADisputeIs(String categories, Dispute.Funds funds) {
        List<String> transactions = List.of(categories.split(" ")).stream()
                .map(PaymentReadTest::transaction)
                .toList();
        stripe.answers(200, CHARGED).answers(200, NOTHING);
        stripe.answers(
                200, list("/v1/disputes", false, DISPUTE.formatted("under_review", String.join(",", transactions))));
        assertThat(gateway.payment("pi_1").orElseThrow().disputes())
                .extracting(Dispute::funds)
                .containsExactly(funds);
    }

    @ParameterizedTest
    @CsvSource({"dispute, true", "fee, false"})
    void aPreventedDisputeTookWhatTheBooksSay(String category, boolean gone) {
        stripe.answers(200, CHARGED).answers(200, NOTHING);
        stripe.answers(200, list("/v1/disputes", false, DISPUTE.formatted("prevented", transaction(category))));
        assertThat(gateway.payment("pi_1").orElseThrow().disputes())
                .extracting(Dispute::withdrawn)
                .containsExactly(gone);
    }

    @Test
    void aPaymentThatStripeDoesNotKnowIsEmpty() {
        stripe.fails(404, "invalid_request_error", "resource_missing", "intent", "No such payment_intent");
        assertThat(gateway.payment("pi_1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pi_", "pi_a/b", "cs_1", "pi_a?x=1", "ch_../x"})
    void whatCannotBeAPaymentIsNotAskedFor(String id) {
        assertThat(gateway.payment(id)).isEmpty();
        assertThat(gateway.sessionPaidBy(id)).isEmpty();
        assertThat(stripe.requests()).isEmpty();
    }

    @Test
    void aRefundWithoutAnAmountIsNoAnswer() {
        for (int attempt = 0; attempt < 3; attempt++) {
            stripe.answers(200, CHARGED);
            stripe.answers(
                    200, list("/v1/refunds", false, "{\"object\":\"refund\",\"id\":\"re_1\",\"currency\":\"usd\"}"));
            stripe.answers(200, NOTHING);
        }
        assertThatThrownBy(() -> gateway.payment("pi_1"))
                .isInstanceOfSatisfying(
                        PaymentException.class, e -> assertThat(e.retryable()).isTrue());
    }

    @Test
    @StripeRule({68, 69, 111})
    void theCheckoutOfAChargeIsFoundThroughItsPayment() {
        stripe.answers(200, "{\"object\":\"charge\",\"id\":\"ch_1\",\"payment_intent\":\"pi_1\"}");
        stripe.answers(200, NOTHING);
        stripe.answers(200, CHARGED);
        assertThat(gateway.sessionPaidBy("ch_1")).isEmpty();
        assertThat(stripe.requests())
                .extracting(FakeStripe.Request::path)
                .containsExactly(
                        "/v1/charges/ch_1",
                        "/v1/checkout/sessions?limit=1&payment_intent=pi_1",
                        "/v1/payment_intents/pi_1?expand[0]=latest_charge");
    }

    @Test
    void aChargeWithoutAPaymentPaidNoCheckout() {
        stripe.answers(200, "{\"object\":\"charge\",\"id\":\"ch_1\",\"payment_intent\":null}");
        assertThat(gateway.sessionPaidBy("ch_1")).isEmpty();
    }

    @Test
    @StripeRule(74)
    void aRefundIsAskedForUnderAKeyOfItsOwn() {
        String answer = REFUND.formatted("re_1", 100, "pending");
        stripe.answers(200, answer).answers(200, answer).answers(200, answer);

        Refund refund = gateway.refund(new RefundRequest("pi_1", 100, "first", Map.of("te_key", "first")));
        gateway.refund(new RefundRequest("pi_1", 100, "first", Map.of("te_key", "first")));
        gateway.refund(new RefundRequest("pi_1", 100, "second", Map.of("te_key", "second")));

        assertThat(refund.status()).isEqualTo(Refund.Status.PENDING);
        assertThat(stripe.requests().get(0).form())
                .isEqualTo(Map.of("payment_intent", "pi_1", "amount", "100", "metadata[te_key]", "first"));
        List<String> keys = stripe.requests().stream()
                .map(request -> request.headers().get("Idempotency-key"))
                .toList();
        assertThat(keys.get(0))
                .startsWith("te-refund-v1-")
                .isEqualTo(keys.get(1))
                .isNotEqualTo(keys.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"charge_already_refunded", "charge_disputed", "amount_too_large"})
    @StripeRule(100)
    void aRefusedRefundSaysWhy(String code) {
        stripe.fails(400, "invalid_request_error", code, "charge", "no");
        assertThatThrownBy(() -> gateway.refund(new RefundRequest("pi_1", 100, "k", Map.of())))
                .isInstanceOfSatisfying(
                        PaymentException.class, e -> assertThat(e.reason()).isEqualTo(PaymentException.Reason.REJECTED))
                .hasMessageContaining("code " + code);
    }

    private static String list(String url, boolean more, String element) {
        return "{\"object\":\"list\",\"has_more\":%s,\"url\":\"%s\",\"data\":[%s]}".formatted(more, url, element);
    }

    private static String transaction(String category) {
        return "{\"object\":\"balance_transaction\",\"id\":\"txn_1\",\"amount\":-8391,\"reporting_category\":\"%s\"}"
                .formatted(category);
    }
}
