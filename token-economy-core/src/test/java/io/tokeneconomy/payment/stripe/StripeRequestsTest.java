package io.tokeneconomy.payment.stripe;

import static io.tokeneconomy.payment.stripe.Checkouts.INLINE;
import static io.tokeneconomy.payment.stripe.Checkouts.PRICED;
import static io.tokeneconomy.payment.stripe.Checkouts.customer;
import static io.tokeneconomy.payment.stripe.Checkouts.request;
import static io.tokeneconomy.payment.stripe.Checkouts.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.CheckoutRequest;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
    @StripeRule({64, 74})
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
        assertThat(stripe.requests().get(0).form())
                .isEqualTo(stripe.requests().get(1).form());
    }

    private Set<String> keys() {
        Set<String> keys = new HashSet<>();
        stripe.requests().forEach(sent -> keys.add(sent.headers().get("Idempotency-key")));
        return keys;
    }

    @Test
    @StripeRule({46, 57, 58, 59, 68, 70})
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
                        Map.entry("expand[0]", "line_items"),
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
        assertThat(sent.headers().get("Idempotency-key")).matches("te-checkout-v3-" + order + "-[0-9a-f]{64}");
    }

    @Test
    @StripeRule({46, 65})
    void aCheckoutWithAPriceIdNamesNoAmount() {
        stripe.answers(200, session());

        gateway.createSession(request(PRICED));

        assertThat(stripe.onlyRequest().form())
                .containsEntry("line_items[0][price]", "price_1PopularUsd")
                .containsEntry("line_items[0][quantity]", "1")
                .doesNotContainKeys("line_items[0][price_data][currency]", "line_items[0][price_data][unit_amount]");
    }

    @Test
    @StripeRule(74)
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
        assertThat(stripe.requests().get(0).form())
                .isEqualTo(stripe.requests().get(1).form());
    }

    @Test
    @StripeRule(77)
    void theLongestKeyIsWithinStripesLimit() {
        stripe.answers(200, CUSTOMER).answers(200, session());
        gateway.createCustomer(customer("ü".repeat(200)), "c".repeat(255));
        gateway.createSession(request(Checkouts.ORDER, "ü".repeat(200), INLINE, "c".repeat(255)));

        assertThat(keys()).hasSize(2).allSatisfy(key -> assertThat(key).hasSizeLessThanOrEqualTo(255));
    }

    @Test
    @StripeRule(67)
    void aMetadataKeyWithBracketsIsNotSent() {
        CheckoutRequest good = request(INLINE);
        CheckoutRequest bad = new CheckoutRequest(
                good.order(),
                "cus_1",
                good.successUrl(),
                good.cancelUrl(),
                Map.of("a[b]", "c"),
                good.expiresAt(),
                good.options());

        assertThatThrownBy(() -> gateway.createSession(bad)).isInstanceOf(InvalidValueException.class);
        assertThat(stripe.requests()).isEmpty();
    }

    @Test
    @StripeRule({30, 64})
    void aCustomerOfTheOtherModeIsNotSent() {
        CustomerKey live = new CustomerKey(AccountId.of("alice"), PaymentMode.LIVE);

        assertThatThrownBy(() -> gateway.createCustomer(live, null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("LIVE")
                .hasMessageContaining("TEST");
        assertThat(stripe.requests()).isEmpty();
    }
}
