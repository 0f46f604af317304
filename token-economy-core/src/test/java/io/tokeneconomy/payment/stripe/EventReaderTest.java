package io.tokeneconomy.payment.stripe;

import static io.tokeneconomy.payment.stripe.Signing.header;
import static io.tokeneconomy.payment.stripe.Signing.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.MalformedEventException;
import io.tokeneconomy.payment.PaymentEvent;
import io.tokeneconomy.payment.PaymentEvent.Change;
import io.tokeneconomy.payment.PaymentEvent.CustomerDeleted;
import io.tokeneconomy.payment.PaymentEvent.Other;
import io.tokeneconomy.payment.PaymentEvent.PaymentReversed;
import io.tokeneconomy.payment.PaymentEvent.SessionChanged;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final String COMPLETED = """
        {"id":"evt_1","object":"event","api_version":"2026-07-29.dahlia","livemode":false,"created":1790000000,
         "type":"checkout.session.completed",
         "data":{"object":{"id":"cs_test_a1","object":"checkout.session","amount_total":999,
                           "metadata":{"order_id":"ord_1","name":"Zoë 🪙"}}}}\
        """;

    private final StripeGateway gateway = Signing.gateway();

    private PaymentEvent read(String json) {
        return gateway.verify(utf8(json), header(utf8(json)));
    }

    private PaymentEvent readWith(String part, String replacement) {
        assertThat(COMPLETED).contains(part);
        return read(COMPLETED.replace(part, replacement));
    }

    @Test
    void aSessionEventIsReadWithItsEnvelope() {
        SessionChanged event = (SessionChanged) read(COMPLETED);

        assertThat(event.sessionId()).isEqualTo("cs_test_a1");
        assertThat(event.change()).isEqualTo(Change.COMPLETED);
        assertThat(event.metadata())
                .get(InstanceOfAssertFactories.MAP)
                .containsEntry("order_id", "ord_1")
                .containsEntry("name", "Zoë 🪙");
        assertThat(event.envelope())
                .isEqualTo(new PaymentEvent.Envelope(
                        "evt_1", "checkout.session.completed", PaymentMode.TEST, null, "2026-07-29.dahlia", COMPLETED));
    }

    @ParameterizedTest
    @CsvSource({
        "completed, COMPLETED",
        "async_payment_succeeded, ASYNC_PAYMENT_SUCCEEDED",
        "async_payment_failed, ASYNC_PAYMENT_FAILED",
        "expired, EXPIRED"
    })
    void theFourSessionEventsAreKnown(String suffix, Change change) {
        assertThat(readWith("session.completed", "session." + suffix))
                .isInstanceOfSatisfying(
                        SessionChanged.class,
                        event -> assertThat(event.change()).isEqualTo(change));
    }

    @ParameterizedTest
    @CsvSource({
        "charge.refunded, '\"object\":\"charge\",\"id\":\"ch_1\",\"payment_intent\":\"pi_1\"', pi_1",
        "charge.refunded, '\"object\":\"charge\",\"id\":\"ch_1\",\"payment_intent\":null', ch_1",
        "charge.refunded, '\"object\":\"charge\",\"id\":\"ch_1\"', ch_1",
        "refund.created, '\"object\":\"refund\",\"id\":\"re_1\",\"payment_intent\":\"pi_1\"', pi_1",
        "refund.updated, '\"object\":\"refund\",\"id\":\"re_1\",\"charge\":\"ch_1\"', ch_1",
        "refund.failed, '\"object\":\"refund\",\"id\":\"re_1\",\"payment_intent\":{\"id\":\"pi_1\"}', pi_1",
        "charge.refund.updated, '\"object\":\"refund\",\"id\":\"re_1\",\"charge\":{\"id\":\"ch_1\"}', ch_1",
        "charge.dispute.created, '\"object\":\"dispute\",\"id\":\"du_1\",\"charge\":\"ch_1\"', ch_1",
        "charge.dispute.updated, '\"object\":\"dispute\",\"id\":\"du_1\",\"payment_intent\":\"pi_1\"', pi_1",
        "charge.dispute.closed, '\"object\":\"dispute\",\"id\":\"du_1\",\"payment_intent\":\"pi_1\"', pi_1",
        "charge.dispute.funds_withdrawn, '\"object\":\"dispute\",\"payment_intent\":\"pi_1\"', pi_1",
        "charge.dispute.funds_reinstated, '\"object\":\"dispute\",\"payment_intent\":\"pi_1\"', pi_1",
        "charge.dispute.invented_later, '\"object\":\"dispute\",\"payment_intent\":\"pi_1\"', pi_1"
    })
    @StripeRule({31, 88, 91, 104})
    void whateverTellsOfRefundsAndDisputesNamesThePayment(String type, String subject, String payment) {
        String event =
                "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"%s\",\"livemode\":false,\"data\":{\"object\":{%s}}}";
        assertThat(read(event.formatted(type, subject)))
                .isInstanceOfSatisfying(
                        PaymentReversed.class,
                        reversed -> assertThat(reversed.paymentId()).isEqualTo(payment));
    }

    @Test
    void aRefundWithoutAPaymentIsNoneOfOurs() {
        String event = "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"refund.created\",\"livemode\":false,"
                + "\"data\":{\"object\":{\"object\":\"refund\",\"id\":\"re_1\",\"charge\":null}}}";
        assertThat(read(event)).isInstanceOf(Other.class);
    }

    @Test
    @StripeRule(63)
    void aDeletedCustomerIsReadWithItsMetadata() {
        String deleted = COMPLETED.replace("checkout.session.completed", "customer.deleted");
        assertThat(read(deleted)).isInstanceOfSatisfying(CustomerDeleted.class, event -> {
            assertThat(event.customerId()).isEqualTo("cs_test_a1");
            assertThat(event.metadata()).containsKey("order_id");
        });
        String bare = deleted.replaceFirst("\"metadata\":\\{[^}]*}", "\"metadata\":null");
        assertThat(read(bare))
                .isInstanceOfSatisfying(
                        CustomerDeleted.class,
                        event -> assertThat(event.metadata()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "charge.succeeded",
                "refundable.thing",
                "checkout.session.completed2",
                "thing.invented.later",
                "x"
            })
    @StripeRule(18)
    void everyOtherTypeIsOther(String type) {
        assertThat(readWith("checkout.session.completed", type))
                .isInstanceOfSatisfying(
                        Other.class,
                        event -> assertThat(event.envelope().type()).isEqualTo(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2016-07-06\"", "\"2025-09-30.clover\"", "\"2026-10-28.endive\"", "\"whatever\"", "null"})
    @StripeRule(1)
    void anyApiVersionIsRead(String version) {
        assertThat(readWith("\"2026-07-29.dahlia\"", version))
                .isInstanceOfSatisfying(
                        SessionChanged.class,
                        event -> assertThat(event.sessionId()).isEqualTo("cs_test_a1"));
    }

    @Test
    @StripeRule(2)
    void aMissingApiVersionIsNull() {
        assertThat(readWith("\"api_version\":\"2026-07-29.dahlia\",", "")
                        .envelope()
                        .apiVersion())
                .isNull();
    }

    @Test
    @StripeRule({29, 30, 31})
    void modeAndConnectedAccountComeFromTheEnvelope() {
        PaymentEvent event = readWith("\"livemode\":false", "\"livemode\":true,\"account\":\"acct_1\"");

        assertThat(event.envelope().mode()).isEqualTo(PaymentMode.LIVE);
        assertThat(event.envelope().connectedAccount()).isEqualTo("acct_1");
    }

    @Test
    @StripeRule(3)
    void absentMetadataIsNotEmptyMetadata() {
        String metadata = ",\n                   \"metadata\":{\"order_id\":\"ord_1\",\"name\":\"Zoë 🪙\"}";

        assertThat(((SessionChanged) readWith(metadata, "")).metadata()).isEmpty();
        assertThat(((SessionChanged) readWith(metadata, ",\"metadata\":null")).metadata())
                .isEmpty();
        assertThat(((SessionChanged) readWith(metadata, ",\"metadata\":{}")).metadata())
                .get()
                .isEqualTo(Map.of());
    }

    @Test
    @StripeRule(17)
    void aThinEventIsOther() {
        PaymentEvent event = read("""
            {"id":"evt_test_65","object":"v2.core.event","type":"v1.billing.meter.error_report_triggered",
             "livemode":false,"created":"2026-09-17T06:20:52.246Z",
             "related_object":{"id":"mtr_1","type":"billing.meter","url":"/v1/billing/meters/mtr_1"}}\
            """);

        assertThat(event).isInstanceOf(Other.class);
        assertThat(event.envelope().type()).isEqualTo("v1.billing.meter.error_report_triggered");
    }

    @Test
    @StripeRule(15)
    void numbersNobodyReadsMayBeOfAnySize() {
        assertThat(readWith("999", "-99999999999999999999.5e300")).isInstanceOf(SessionChanged.class);
    }

    static Stream<String> malformedBodies() {
        return Stream.of(
                "",
                " ",
                "null",
                "[]",
                "0",
                "\"event\"",
                "true",
                "{}",
                "{",
                "{\"id\":\"evt_1\"",
                "not json",
                "{'id':'evt_1'}",
                COMPLETED + "x",
                COMPLETED + COMPLETED,
                COMPLETED + ",",
                "\uFEFF" + COMPLETED,
                ")]}'\n" + COMPLETED,
                "// comment\n" + COMPLETED,
                "[" + COMPLETED + "]",
                "[".repeat(100_000),
                "[".repeat(100_000) + "]".repeat(100_000),
                "{\"a\":".repeat(100_000),
                COMPLETED.replace("999", "[".repeat(100_000) + "]".repeat(100_000)));
    }

    @ParameterizedTest
    @MethodSource("malformedBodies")
    @StripeRule(15)
    void whatIsNoEventIsMalformed(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(MalformedEventException.class)
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\":\"evt_1\",|",
                "\"evt_1\"|null",
                "\"evt_1\"|\"\"",
                "\"evt_1\"|1",
                "\"evt_1\"|\"a\\u0000b\"",
                "\"evt_1\"|\"\\ud800\"",
                "\"object\":\"event\",|",
                "\"object\":\"event\"|\"object\":\"charge\"",
                "\"livemode\":false,|",
                "\"livemode\":false|\"livemode\":null",
                "\"livemode\":false|\"livemode\":\"false\"",
                "\"livemode\":false|\"livemode\":0",
                "\"livemode\":false|\"livemode\":false,\"livemode\":true",
                "\"livemode\":false|\"livemode\":FALSE",
                "\"livemode\":false|\"livemode\":false,\"account\":1",
                "\"2026-07-29.dahlia\"|20260729",
                "\"checkout.session.completed\"|null",
                "\"checkout.session.completed\"|[\"checkout.session.completed\"]",
                "\"data\":|\"date\":",
                "\"data\":{\"object\":|\"data\":null,\"was\":{\"object\":",
                "\"data\":{\"object\":|\"data\":{\"subject\":",
                "\"data\":{\"object\":|\"data\":{\"object\":null,\"was\":",
                "\"data\":{\"object\":|\"data\":{\"object\":[],\"was\":",
                "\"id\":\"cs_test_a1\",|",
                "\"cs_test_a1\"|null",
                "\"cs_test_a1\"|{\"id\":\"cs_test_a1\"}",
                "\"ord_1\"|1",
                "\"ord_1\"|null",
                "\"ord_1\"|true",
                "\"ord_1\"|[\"ord_1\"]",
                "\"ord_1\"|\"ord_1\",\"order_id\":\"ord_2\"",
                "\"metadata\":{|\"metadata\":[],\"was\":{",
                "\"metadata\":{|\"metadata\":\"order_id\",\"was\":{",
                "999|0999",
                "999|+999",
                "999|NaN",
                "999|999.",
                "999|999,",
            })
    @StripeRule(15)
    void aWrongPartIsMalformed(String part, String replacement) {
        assertThatThrownBy(() -> readWith(part, replacement == null ? "" : replacement))
                .isInstanceOf(MalformedEventException.class)
                .hasNoCause()
                .message()
                .doesNotContain("evt_1", "cs_test_a1", "ord_1", "Zoë");
    }

    @Test
    @StripeRule(15)
    void bytesThatAreNotUtf8AreMalformed() {
        byte[] body = utf8(COMPLETED);
        body[COMPLETED.indexOf("ord_1")] = (byte) 0xC3;

        assertThatThrownBy(() -> gateway.verify(body, header(body)))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    @StripeRule(15)
    void theDeepestBodyIsStillRead() {
        // the event, data and object are three levels already
        String deepest = "[".repeat(StrictJson.MAX_DEPTH - 3);
        String closing = "]".repeat(StrictJson.MAX_DEPTH - 3);

        assertThat(readWith("999", deepest + closing)).isInstanceOf(SessionChanged.class);
        assertThatThrownBy(() -> readWith("999", "[" + deepest + closing + "]"))
                .isInstanceOf(MalformedEventException.class);
    }
}
