package io.tokeneconomy.payment.stripe;

import static io.tokeneconomy.payment.stripe.Checkouts.INLINE;
import static io.tokeneconomy.payment.stripe.Checkouts.PRICED;
import static io.tokeneconomy.payment.stripe.Checkouts.customer;
import static io.tokeneconomy.payment.stripe.Checkouts.request;
import static io.tokeneconomy.payment.stripe.Checkouts.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.PaymentRefs;
import io.tokeneconomy.payment.CheckoutRequest;
import io.tokeneconomy.payment.CheckoutSession;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeRequestsTest {

    private static final String CUSTOMER = "{\"id\":\"cus_9\",\"object\":\"customer\"}";

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
    void aCustomerIsCreatedWithWhoItIs() {
        stripe.answers(200, CUSTOMER);

        assertThat(gateway.createCustomer(customer("Zoë 🪙"), null)).isEqualTo("cus_9");

        FakeStripe.Request sent = stripe.onlyRequest();
        assertThat(sent.method() + " " + sent.path()).isEqualTo("POST /v1/customers");
        assertThat(sent.form())
                .containsOnly(Map.entry("metadata[user_id]", "Zoë 🪙"), Map.entry("metadata[te_app]", "token-economy"));
        assertThat(sent.headers())
                .containsEntry("Stripe-version", "2026-07-29.dahlia")
                .containsEntry("Authorization", "Bearer sk_test_sandbox");
        assertThat(sent.headers().get("Idempotency-key")).matches("te-customer-v1-test-[0-9a-f]{64}-1");
    }

    @Test
    void theSameCustomerHasTheSameKeyAndOnlyIt() {
        StripeGateway otherApplication = StripeGateway.builder()
                .secretKey("rk_test_other")
                .webhookSecrets("whsec_2")
                .apiBase(stripe.base())
                .application("other")
                .build();
        for (int i = 0; i < 6; i++) {
            stripe.answers(200, CUSTOMER);
        }
        gateway.createCustomer(customer("alice"), null);
        gateway.createCustomer(customer("alice"), null);
        gateway.createCustomer(customer("Alice"), null);
        gateway.createCustomer(customer("alice"), "cus_1");
        gateway.createCustomer(customer("alice"), "cus_2");
        otherApplication.createCustomer(customer("alice"), null);

        assertThat(keys()).hasSize(5);
        assertThat(stripe.requests().get(0).headers().get("Idempotency-key"))
                .isEqualTo(stripe.requests().get(1).headers().get("Idempotency-key"));
        assertThat(stripe.requests().get(0).form()).isEqualTo(stripe.requests().get(1).form());
    }

    private Set<String> keys() {
        Set<String> keys = new HashSet<>();
        stripe.requests().forEach(sent -> keys.add(sent.headers().get("Idempotency-key")));
        return keys;
    }

    @Test
    void aCheckoutWithAnInlinePriceSendsExactlyThis() {
        stripe.answers(200, session());

        gateway.createSession(request(INLINE));

        FakeStripe.Request sent = stripe.onlyRequest();
        assertThat(sent.method() + " " + sent.path()).isEqualTo("POST /v1/checkout/sessions");
        String order = Checkouts.ORDER.value();
        assertThat(sent.form())
                .containsOnly(
                        Map.entry("mode", "payment"),
                        Map.entry("customer", "cus_1"),
                        Map.entry("client_reference_id", "alice"),
                        Map.entry("success_url", "https://shop.example/bought?session_id={CHECKOUT_SESSION_ID}"),
                        Map.entry("cancel_url", "https://shop.example/buy?a=1&b=ü"),
                        Map.entry("expires_at", Long.toString(Checkouts.EXPIRES.getEpochSecond())),
                        Map.entry("line_items[0][quantity]", "1"),
                        Map.entry("line_items[0][price_data][currency]", "usd"),
                        Map.entry("line_items[0][price_data][unit_amount]", "999"),
                        Map.entry("line_items[0][price_data][product_data][name]", "Popular – 110 tökens"),
                        Map.entry("line_items[0][price_data][product_data][metadata][package_id]", "popular"),
                        Map.entry("metadata[purchase_type]", "token_package"),
                        Map.entry("metadata[order_id]", order),
                        Map.entry("metadata[user_id]", "alice"),
                        Map.entry("payment_intent_data[metadata][purchase_type]", "token_package"),
                        Map.entry("payment_intent_data[metadata][order_id]", order),
                        Map.entry("payment_intent_data[metadata][user_id]", "alice"));
        assertThat(sent.headers().get("Idempotency-key")).matches("te-checkout-v1-" + order + "-[0-9a-f]{64}");
    }

    @Test
    void aCheckoutWithAPriceIdNamesNoAmount() {
        stripe.answers(200, session());

        gateway.createSession(request(PRICED));

        assertThat(stripe.onlyRequest().form())
                .containsEntry("line_items[0][price]", "price_1PopularUsd")
                .containsEntry("line_items[0][quantity]", "1")
                .doesNotContainKeys(
                        "line_items[0][price_data][currency]", "line_items[0][price_data][unit_amount]");
    }

    @Test
    void theSameCheckoutIsTheSameRequestAndAnotherOrderOrCustomerIsNot() {
        OrderId other = new OrderId("ord_ffffffffffffffffffffffffffffffff");
        for (int i = 0; i < 4; i++) {
            stripe.answers(200, session());
        }
        gateway.createSession(request(INLINE));
        gateway.createSession(request(INLINE));
        gateway.createSession(request(other, "alice", INLINE, "cus_1"));
        gateway.createSession(request(Checkouts.ORDER, "alice", INLINE, "cus_2"));

        assertThat(keys()).hasSize(3);
        assertThat(stripe.requests().get(0).form()).isEqualTo(stripe.requests().get(1).form());
    }

    @Test
    void theLongestKeyIsWithinStripesLimit() {
        stripe.answers(200, CUSTOMER).answers(200, session());
        gateway.createCustomer(customer("ü".repeat(200)), "c".repeat(255));
        gateway.createSession(request(Checkouts.ORDER, "ü".repeat(200), INLINE, "c".repeat(255)));

        assertThat(keys()).hasSize(2).allSatisfy(key -> assertThat(key).hasSizeLessThanOrEqualTo(255));
    }

    @Test
    void aMetadataKeyWithBracketsIsNotSent() {
        CheckoutRequest good = request(INLINE);
        CheckoutRequest bad = new CheckoutRequest(
                good.order(), "cus_1", good.successUrl(), good.cancelUrl(), Map.of("a[b]", "c"), good.expiresAt());

        assertThatThrownBy(() -> gateway.createSession(bad)).isInstanceOf(InvalidValueException.class);
        assertThat(stripe.requests()).isEmpty();
    }

    @Test
    void aCustomerOfTheOtherModeIsNotSent() {
        CustomerKey live = new CustomerKey(AccountId.of("alice"), PaymentMode.LIVE);

        assertThatThrownBy(() -> gateway.createCustomer(live, null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("LIVE")
                .hasMessageContaining("TEST");
        assertThat(stripe.requests()).isEmpty();
    }

    @Test
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
                        new PaymentRefs("cs_test_a1", "pi_1", "cus_1"),
                        "alice",
                        Map.of("order_id", "ord_1"),
                        "https://checkout.stripe.com/c/pay/cs_test_a1",
                        Instant.ofEpochSecond(1_790_007_200)));
        FakeStripe.Request sent = stripe.onlyRequest();
        assertThat(sent.method() + " " + sent.path()).isEqualTo("GET /v1/checkout/sessions/cs_test_a1");
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
    void statesAreReadAndUnknownOnesAreOther(
            String mode,
            String status,
            String paid,
            CheckoutSession.Kind kind,
            CheckoutSession.Status read,
            CheckoutSession.PaymentStatus payment) {
        stripe.answers(200, session("\"open\"", '"' + status + '"', "\"unpaid\"", '"' + paid + '"')
                .replace("\"payment\"", '"' + mode + '"'));

        assertThat(gateway.session("cs_test_a1")).get().satisfies(session -> {
            assertThat(session.kind()).isEqualTo(kind);
            assertThat(session.status()).isEqualTo(read);
            assertThat(session.paymentStatus()).isEqualTo(payment);
        });
    }

    @Test
    void whatStripeMayLeaveOutIsLeftOut() {
        stripe.answers(
                200,
                "{\"id\":\"cs_live_a1\",\"object\":\"checkout.session\",\"mode\":\"setup\",\"livemode\":true,\"expires_at\":1}");

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
    @ValueSource(strings = {"", "cs_", "cs_a/b", "cs_a?x=1", "cs_../x", "CS_test_a", "pi_1", "cs_ü", "cs_a\n", " cs_a"})
    void whatCannotBeASessionIsNotAskedFor(String id) {
        assertThat(gateway.session(id)).isEmpty();
        assertThat(stripe.requests()).isEmpty();
    }

    @Test
    void theLongestSessionIdIsAskedFor() {
        String longest = "cs_" + "a".repeat(250);
        stripe.fails(404, "invalid_request_error", "resource_missing", "session", "No such checkout.session");

        assertThat(gateway.session(longest)).isEmpty();
        assertThat(gateway.session(longest + "a")).isEmpty();
        assertThat(stripe.onlyRequest().path()).endsWith(longest);
    }
}
