package io.tokeneconomy.payment.stripe;

import static io.tokeneconomy.payment.stripe.Checkouts.INLINE;
import static io.tokeneconomy.payment.stripe.Checkouts.customer;
import static io.tokeneconomy.payment.stripe.Checkouts.request;
import static io.tokeneconomy.payment.stripe.Checkouts.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeFailuresTest {

    private static final String KEY = "sk_test_51HiddenHiddenHidden";
    private static final String OOPS = "{\"error\":{\"type\":\"api_error\",\"message\":\"oops\"}}";
    private static final String BUSY = "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"rate_limit\"}}";

    private final FakeStripe stripe = new FakeStripe();
    private final List<Long> pauses = new CopyOnWriteArrayList<>();
    private final StripeGateway gateway = builder(stripe.base()).build();

    private StripeGatewayBuilder builder(URI base) {
        return StripeGateway.builder()
                .secretKey(KEY)
                .webhookSecrets("whsec_hidden")
                .apiBase(base)
                .pause(pauses::add);
    }

    @AfterEach
    void stop() {
        stripe.close();
    }

    private static PaymentException failure(Runnable call) {
        return catchThrowableOfType(PaymentException.class, call::run);
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request_error, parameter_invalid_integer, REJECTED",
        "400, idempotency_error, , REJECTED",
        "400, invalid_request_error, resource_missing, REJECTED",
        "401, invalid_request_error, api_key_expired, UNAUTHORIZED",
        "402, card_error, card_declined, REJECTED",
        "403, invalid_request_error, , UNAUTHORIZED",
        "404, invalid_request_error, , REJECTED"
    })
    @StripeRule(75)
    void aRefusalIsNotRepeatedAndNamesCodeParameterAndRequest(int status, String type, String code, Reason reason) {
        stripe.fails(status, type, code == null ? "" : code, "line_items[0][price]", "No such price: 'price_1'");

        PaymentException failure = failure(() -> gateway.createSession(request(INLINE)));

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.retryable()).isFalse();
        assertThat(failure)
                .hasMessageContaining("answered " + status)
                .hasMessageContaining("line_items[0][price]")
                .hasMessageContaining("req_fake")
                .hasMessageContaining("No such price: 'price_1'")
                .hasMessageContaining(Checkouts.ORDER.value());
        if (code != null) {
            assertThat(failure).hasMessageContaining(code);
        }
        assertThat(stripe.requests()).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 500, 503})
    @StripeRule(78)
    void anUnknownOutcomeMayBeRetried(int status) {
        StripeGateway once = builder(stripe.base()).maxNetworkRetries(0).build();
        stripe.answers(status, OOPS);

        PaymentException failure = failure(() -> once.createSession(request(INLINE)));

        assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(failure.retryable()).isTrue();
        assertThat(stripe.requests()).hasSize(1);
    }

    @Test
    @StripeRule(63)
    void aCustomerStripeNoLongerKnowsIsToldApart() {
        stripe.fails(400, "invalid_request_error", "resource_missing", "customer", "No such customer: 'cus_1'");

        assertThat(failure(() -> gateway.createSession(request(INLINE))).reason())
                .isEqualTo(Reason.UNKNOWN_CUSTOMER);
    }

    @Test
    @StripeRule(84)
    void aMissingPermissionIsNamed() {
        stripe.fails(
                403,
                "invalid_request_error",
                "",
                "",
                "The provided key 'rk_test_*********abcd' does not have the required permissions for this endpoint on"
                        + " account 'acct_1'. Having the 'rak_customer_write' permission would allow this request.");

        PaymentException failure = failure(() -> gateway.createCustomer(customer("alice"), null));

        assertThat(failure.reason()).isEqualTo(Reason.UNAUTHORIZED);
        assertThat(failure).hasMessageContaining("missing permission rak_customer_write");
        assertThat(failure.getMessage()).doesNotContain("rk_test", "abcd");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 409})
    @StripeRule({73, 74})
    void creatingIsRepeatedWithTheSameKeyWhenStripeStumbles(int status) {
        stripe.answers(status, OOPS).answers(status, "<html>bad gateway</html>").answers(200, session());

        assertThat(gateway.createSession(request(INLINE)).id()).isEqualTo("cs_test_a1");

        assertThat(stripe.requests()).hasSize(3);
        assertThat(keys()).hasSize(1);
    }

    private Set<String> keys() {
        Set<String> keys = new HashSet<>();
        stripe.requests().forEach(sent -> keys.add(sent.headers().get("Idempotency-key")));
        return keys;
    }

    @Test
    @StripeRule(75)
    void aCustomerIsAskedForUnderAnotherKeyWhenStripeSavedItsOwnFailure() {
        StripeGateway once = builder(stripe.base()).maxNetworkRetries(0).build();
        stripe.answers(500, OOPS).answers(200, "{\"id\":\"cus_9\",\"object\":\"customer\"}");

        assertThat(once.createCustomer(customer("alice"), null)).isEqualTo("cus_9");

        assertThat(keys()).hasSize(2);
    }

    @Test
    void aCustomerIsNotAskedForForEver() {
        StripeGateway once = builder(stripe.base()).maxNetworkRetries(0).build();
        stripe.answers(500, OOPS).answers(500, OOPS);

        assertThat(failure(() -> once.createCustomer(customer("alice"), null)).reason())
                .isEqualTo(Reason.UNAVAILABLE);
        assertThat(stripe.requests()).hasSize(2);
    }

    @Test
    @StripeRule({76, 81})
    void tooManyCallsAreRepeatedAfterGrowingPauses() {
        stripe.answers(429, BUSY).answers(429, BUSY).answers(200, session());

        assertThat(gateway.createSession(request(INLINE)).id()).isEqualTo("cs_test_a1");

        assertThat(keys()).hasSize(1);
        assertThat(pauses).hasSize(2);
        assertThat(pauses.get(0)).isBetween(200L, 400L);
        assertThat(pauses.get(1)).isBetween(400L, 800L);
    }

    @Test
    @StripeRule(81)
    void tooManyCallsAreTooManyAfterTheRetries() {
        stripe.answers(429, BUSY).answers(429, BUSY).answers(429, BUSY);

        PaymentException failure = failure(() -> gateway.createSession(request(INLINE)));

        assertThat(failure.reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(failure.retryable()).isTrue();
        assertThat(stripe.requests()).hasSize(3);
    }

    @Test
    @StripeRule(24)
    void readingIsRepeatedWithinItsBudget() {
        stripe.answers(500, OOPS).answers(429, BUSY).answers(200, session());

        assertThat(gateway.session("cs_test_a1")).isPresent();
        assertThat(stripe.requests()).hasSize(3);
    }

    @Test
    @StripeRule(24)
    void readingEndsWithItsBudget() {
        StripeGateway hurried =
                builder(stripe.base()).readBudget(Duration.ofMillis(600)).build();
        stripe.neverAnswers().answers(200, session());

        assertThat(failure(() -> hurried.session("cs_test_a1")).reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(stripe.requests()).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    @StripeRule({24, 78})
    void noAnswerWithinTheTimeoutIsUnavailable() {
        StripeGateway hurried = builder(stripe.base())
                .readTimeout(Duration.ofMillis(100))
                .maxNetworkRetries(1)
                .build();
        stripe.neverAnswers().neverAnswers();

        PaymentException failure = failure(() -> hurried.createSession(request(INLINE)));

        assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(failure).hasMessageContaining("not reached").hasCauseInstanceOf(IOException.class);
        assertThat(stripe.requests()).hasSize(2);
        assertThat(keys()).hasSize(1);
    }

    @Test
    void nobodyListeningIsUnavailable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        StripeGateway alone = builder(URI.create("http://127.0.0.1:" + port))
                .maxNetworkRetries(0)
                .build();

        assertThat(failure(() -> alone.session("cs_test_a1")).reason()).isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    void aMissingSessionIsEmptyButAWrongAddressIsNot() {
        stripe.fails(
                404, "invalid_request_error", "resource_missing", "session", "No such checkout.session: cs_test_a1");
        assertThat(gateway.session("cs_test_a1")).isEmpty();

        stripe.fails(404, "invalid_request_error", "", "", "Unrecognized request URL");
        assertThat(failure(() -> gateway.session("cs_test_a1")).reason()).isEqualTo(Reason.REJECTED);
    }

    @Test
    @StripeRule(80)
    void anInterruptEndsTheRetriesAndIsKept() {
        StripeGateway interrupted = builder(stripe.base())
                .pause(millis -> {
                    throw new InterruptedException();
                })
                .build();
        stripe.answers(429, BUSY);

        assertThat(failure(() -> interrupted.session("cs_test_a1")).reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(Thread.interrupted()).isTrue();
    }
}
