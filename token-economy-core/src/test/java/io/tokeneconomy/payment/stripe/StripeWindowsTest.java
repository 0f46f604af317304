package io.tokeneconomy.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.payment.ListedSession;
import io.tokeneconomy.payment.PaymentEvent.Change;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.WindowPage;
import io.tokeneconomy.payment.WindowQuery;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stripe's lists by time of creation. */
class StripeWindowsTest {

    private static final String SESSION = "{\"object\":\"checkout.session\",\"id\":\"%s\",\"mode\":\"payment\","
            + "\"status\":\"%s\",\"payment_status\":\"%s\",\"livemode\":false,\"expires_at\":1800000000,"
            + "\"payment_intent\":{\"object\":\"payment_intent\",\"id\":\"pi_1\",\"status\":\"%s\","
            + "\"latest_charge\":{\"object\":\"charge\",\"id\":\"ch_1\",\"disputed\":%s,\"amount_refunded\":0}}}";

    private final FakeStripe stripe = new FakeStripe();
    private final StripeGateway gateway = StripeGateway.builder()
            .secretKey("sk_test_sandbox")
            .webhookSecrets("whsec_1")
            .apiBase(stripe.base())
            .maxNetworkRetries(1)
            .build();

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void sessionsComeWithTheirPaymentsAndTheCursorOfTheNextPage() {
        String reversed = SESSION.formatted("cs_2", "complete", "paid", "succeeded", "true");
        String open = SESSION.formatted("cs_1", "open", "unpaid", "requires_payment_method", "false");
        stripe.answers(200, list(true, reversed + "," + open));
        stripe.answers(200, list(false, ""));

        WindowPage<ListedSession> page = gateway.sessions(query(null, 2));
        assertThat(page.items())
                .extracting(item -> item.session().id() + " " + item.session().reversed() + " " + item.hint())
                .containsExactly("cs_2 true null", "cs_1 false null");
        assertThat(gateway.sessions(query(page.next(), 2))).isEqualTo(new WindowPage<>(List.of(), null));
        assertThat(stripe.requests())
                .extracting(request -> sorted(request.path()))
                .containsExactly(
                        "/v1/checkout/sessions?created[gte]=1795341600&created[lt]=1795348800"
                                + "&expand[0]=data.payment_intent.latest_charge&expand[1]=data.line_items&limit=2",
                        "/v1/checkout/sessions?created[gte]=1795341600&created[lt]=1795348800"
                                + "&expand[0]=data.payment_intent.latest_charge&expand[1]=data.line_items&limit=2&starting_after=cs_1");
    }

    @Test
    void aSessionThatCannotBeReadIsNamedBesideTheOthers() {
        String fine = SESSION.formatted("cs_1", "complete", "paid", "succeeded", "false");
        stripe.answers(200, list(true, fine + ",{\"object\":\"checkout.session\",\"id\":\"cs_0\"}"));

        WindowPage<ListedSession> page = gateway.sessions(query(null, 2));

        assertThat(page.items()).extracting(item -> item.session().id()).containsExactly("cs_1");
        assertThat(page.unreadable()).containsExactly("cs_0");
        assertThat(page.next()).isEqualTo("cs_0");
    }

    @ParameterizedTest
    @CsvSource({
        "complete, unpaid, requires_payment_method, ASYNC_PAYMENT_FAILED",
        "complete, unpaid, canceled, ASYNC_PAYMENT_FAILED",
        "complete, unpaid, processing,",
        "complete, paid, succeeded,",
        "open, unpaid, requires_payment_method,"
    })
    void moneyThatWillNotComeIsOnlyKnownFromThePayment(
            String status, String paid, String payment, @Nullable Change hint) {
        stripe.answers(200, list(false, SESSION.formatted("cs_1", status, paid, payment, "false")));
        assertThat(gateway.sessions(query(null, 100)).items())
                .singleElement()
                .extracting(ListedSession::hint)
                .isEqualTo(hint);
    }

    @Test
    void refundsAndDisputesGiveTheirPaymentsOnce() {
        String refunds = "{\"object\":\"refund\",\"id\":\"re_3\",\"payment_intent\":\"pi_1\"},"
                + "{\"object\":\"refund\",\"id\":\"re_2\",\"payment_intent\":\"pi_1\"},"
                + "{\"object\":\"refund\",\"id\":\"re_1\",\"payment_intent\":null}";
        stripe.answers(200, list(true, refunds));
        stripe.answers(200, list(false, "{\"object\":\"dispute\",\"id\":\"du_1\",\"payment_intent\":\"pi_2\"}"));

        WindowPage<String> page = gateway.refundedPayments(query(null, 3));
        assertThat(page.items()).containsExactly("pi_1");
        assertThat(page.next()).isEqualTo("re_1");
        assertThat(gateway.disputedPayments(query("du_9", 3)).items()).containsExactly("pi_2");
        assertThat(stripe.requests())
                .extracting(request -> sorted(request.path()))
                .containsExactly(
                        "/v1/refunds?created[gte]=1795341600&created[lt]=1795348800&limit=3",
                        "/v1/disputes?created[gte]=1795341600&created[lt]=1795348800&limit=3&starting_after=du_9");
    }

    @Test
    void tooManyRequestsAreWaitedFor() {
        stripe.fails(429, "invalid_request_error", "rate_limit", "", "slow down");
        stripe.answers(200, list(false, ""));
        assertThat(gateway.refundedPayments(query(null, 1)).items()).isEmpty();
    }

    @Test
    void aCursorThatStripeDoesNotKnowIsRefused() {
        stripe.fails(404, "invalid_request_error", "resource_missing", "starting_after", "No such refund");
        assertThatThrownBy(() -> gateway.refundedPayments(query("re_0", 1)))
                .isInstanceOf(PaymentException.class)
                .hasMessageContaining("No such refund");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void aPageHasOneToHundred(int limit) {
        assertThatThrownBy(() -> query(null, limit)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aWindowIsNotEmpty() {
        Instant time = Instant.EPOCH;
        assertThatThrownBy(() -> new WindowQuery(time, time, null, 1)).hasMessageContaining("after");
    }

    private static WindowQuery query(@Nullable String after, int limit) {
        return new WindowQuery(
                Instant.parse("2026-11-22T10:00:00.999Z"), Instant.parse("2026-11-22T12:00:00.5Z"), after, limit);
    }

    /** Stripe's library gives no order to the parameters. */
    private static String sorted(String path) {
        String[] parts = path.split("\\?", 2);
        return parts[0] + "?" + Stream.of(parts[1].split("&")).sorted().collect(Collectors.joining("&"));
    }

    private static String list(boolean more, String data) {
        return "{\"object\":\"list\",\"has_more\":%s,\"url\":\"/v1/x\",\"data\":[%s]}".formatted(more, data);
    }
}
