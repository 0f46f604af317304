package io.tokeneconomy.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.catalog.Interval;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutRequest;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.SubscriptionRequest;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows our requests to an independent judge of them, whose base URL is in the environment: STRIPE_REFEREE. */
@EnabledIfEnvironmentVariable(named = "STRIPE_REFEREE", matches = "http.+", disabledReason = "no referee is running")
class RefereeTest {

    private StripeGateway gateway;

    static Stream<String> accounts() {
        return Stream.of("alice", "Zoë 🪙", "a&b=c[d]%20+{e}", "\"<script>'", "ü🪙".repeat(66) + "zz");
    }

    @BeforeEach
    void connect() {
        gateway = StripeGateway.builder()
                .secretKey("sk_test_referee")
                .webhookSecrets("whsec_1")
                .apiBase(URI.create(System.getenv("STRIPE_REFEREE")))
                .build();
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void customersAreAccepted(String account) {
        String first = gateway.createCustomer(Checkouts.customer(account), null);

        assertThat(first).startsWith("cus_");
        assertThat(gateway.createCustomer(Checkouts.customer(account), null)).isEqualTo(first);
        assertThat(gateway.createCustomer(Checkouts.customer(account), first)).startsWith("cus_");
    }

    @ParameterizedTest
    @MethodSource("accounts")
    @StripeRule({57, 59, 67, 70})
    void checkoutsAreAccepted(String account) {
        for (OrderItem item : new OrderItem[] {
            Checkouts.INLINE,
            Checkouts.PRICED,
            new OrderItem("p".repeat(64), "ü".repeat(100), 1, Money.of(500, "jpy"), null),
            new OrderItem("yen", "¥ & [x]=1", 1, Money.of(50, "usd"), "price_" + "a".repeat(249))
        }) {
            CheckoutRequest request = fresh(account, item);

            assertThat(gateway.createSession(request).id()).startsWith("cs_");
            assertThat(gateway.createSession(request).id()).startsWith("cs_");
        }
    }

    @ParameterizedTest
    @MethodSource("io.tokeneconomy.payment.stripe.Checkouts#options")
    void optionsAreAccepted(CheckoutOptions options) {
        CheckoutRequest request = good();
        String plain = gateway.createSession(request).id();

        assertThat(plain).startsWith("cs_");
        // the judge refuses a key that comes again with other parameters
        assertThatCode(() -> gateway.createSession(Checkouts.with(request, options)))
                .doesNotThrowAnyException();
    }

    /** Opened at the sandbox, since the judge's own answer does not say how often a price recurs. */
    @ParameterizedTest
    @EnumSource(Interval.class)
    void subscriptionsAreAccepted(Interval interval) {
        URI judge = URI.create(System.getenv("STRIPE_REFEREE"));
        try (StripeSandbox sandbox = StripeSandbox.builder().start();
                Toll toll = new Toll(sandbox.apiBase(), (method, path, post) -> Toll.Verdict.PASS).shownTo(judge)) {
            StripeGateway shown = StripeGateway.builder()
                    .secretKey(sandbox.apiKey())
                    .webhookSecrets("whsec_1")
                    .apiBase(toll.base())
                    .build();
            String customer = shown.createCustomer(Checkouts.customer("alice"), null);
            List<CheckoutOptions> all = Checkouts.options().toList();
            for (CheckoutOptions options : all) {
                CheckoutRequest request = Checkouts.with(fresh("alice", Checkouts.INLINE, customer), options);

                assertThat(shown.subscriptions()
                                .orElseThrow()
                                .createSubscription(new SubscriptionRequest(request, interval))
                                .id())
                        .startsWith("cs_");
            }
            assertThat(toll.passed()).hasSize(1 + all.size());
            assertThat(toll.refused()).isEmpty();
        }
    }

    @Test
    @StripeRule(67)
    void theMostMetadataIsAccepted() {
        Map<String, String> most = IntStream.range(0, 50)
                .boxed()
                .collect(Collectors.toMap(i -> "k".repeat(38) + (10 + i), i -> "v".repeat(500)));

        assertThatCode(() -> gateway.createSession(withMetadata(most))).doesNotThrowAnyException();
    }

    @Test
    void sessionsAreRead() {
        assertThat(gateway.session("cs_test_a1B2")).isPresent();
    }

    @Test
    @StripeRule(55)
    void aFaultOfOursIsFound() {
        CheckoutRequest tooSoon = withExpiry(Instant.now().plusSeconds(60));

        assertThatThrownBy(() -> gateway.createSession(tooSoon))
                .isInstanceOf(PaymentException.class)
                .hasMessageContaining("expires_at");
    }

    private static CheckoutRequest withMetadata(Map<String, String> metadata) {
        CheckoutRequest good = good();
        return new CheckoutRequest(
                good.order(), "cus_1", good.successUrl(), good.cancelUrl(), metadata, good.expiresAt(), good.options());
    }

    private static CheckoutRequest withExpiry(Instant expiresAt) {
        CheckoutRequest good = good();
        return new CheckoutRequest(
                good.order(), "cus_1", good.successUrl(), good.cancelUrl(), good.metadata(), expiresAt, good.options());
    }

    private static CheckoutRequest good() {
        return fresh("alice", Checkouts.INLINE);
    }

    /** The referee compares with the real time. */
    private static CheckoutRequest fresh(String account, OrderItem item) {
        return fresh(account, item, "cus_1");
    }

    private static CheckoutRequest fresh(String account, OrderItem item, String customer) {
        Instant now = Instant.now();
        return Checkouts.request(OrderId.random(now), account, item, customer, now.plus(2, ChronoUnit.HOURS));
    }
}
