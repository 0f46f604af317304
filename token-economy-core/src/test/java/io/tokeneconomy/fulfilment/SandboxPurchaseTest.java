package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.SandboxShop.CARD;
import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.PriceCreateParams;
import io.tokeneconomy.SandboxShop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.checkout.Confirmation;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.payment.sandbox.DeliveryFaults;
import io.tokeneconomy.payment.sandbox.PayOptions;
import io.tokeneconomy.webhook.WebhookResult;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Purchases as a host has them: the sandbox's events over HTTP, and requests back. */
class SandboxPurchaseTest {

    private static final String COMPLETED = "checkout.session.completed";

    private final List<String> handed = new CopyOnWriteArrayList<>();
    private final SandboxShop shop;

    SandboxPurchaseTest() throws IOException {
        shop = new SandboxShop(builder -> builder.onEvent(
                        "radar.early_fraud_warning.created",
                        event -> handed.add(event.envelope().payload()))
                .onEvent(
                        "customer.deleted", event -> handed.add(event.envelope().type())));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @StripeRule({4, 11, 27})
    void twoEndpointsOfTwoVersionsCreditOnce() {
        shop.sandbox.webhooks().second(shop.hook(), SandboxShop.SECOND_SECRET, "2020-08-27");
        shop.bought();
        assertThat(shop.outcomes(COMPLETED)).containsExactlyInAnyOrder(Outcome.CREDITED, Outcome.ALREADY_DONE);
        assertThat(shop.heard)
                .filteredOn(result -> result.eventType().equals(COMPLETED))
                .extracting(WebhookResult::eventId)
                .doesNotHaveDuplicates();
        assertThat(shop.tokens()).isEqualTo(110);
    }

    @Test
    @StripeRule({13, 14, 25})
    void theSameEventAMonthLaterChangesNothing() {
        shop.bought();
        shop.pass(Duration.ofDays(30));
        shop.again(COMPLETED);
        assertThat(shop.outcomes(COMPLETED)).containsExactly(Outcome.CREDITED, Outcome.ALREADY_DONE);
        assertThat(shop.tokens()).isEqualTo(110);
    }

    @Test
    @StripeRule({32, 33, 36})
    void aDelayedPaymentIsCreditedWhenItArrives() {
        String session = shop.bought(PayOptions.card("pay_later"));
        assertThat(shop.outcomes(COMPLETED)).containsExactly(Outcome.PENDING);
        assertThat(shop.tokens()).isZero();
        shop.sandbox.settle(session, true);
        assertThat(shop.outcomes("checkout.session.async_payment_succeeded")).containsExactly(Outcome.CREDITED);
        assertThat(shop.tokens()).isEqualTo(110);
    }

    @Test
    @StripeRule(34)
    void aDelayedPaymentThatFailsClosesItsOrder() {
        String session = shop.bought(PayOptions.card("pay_later"));
        shop.sandbox.settle(session, false);
        assertThat(shop.outcomes("checkout.session.async_payment_failed")).containsExactly(Outcome.FAILED);
        assertThat(shop.order().state()).isEqualTo(OrderState.FAILED);
        assertThat(shop.tokens()).isZero();
    }

    @Test
    @StripeRule({39, 61})
    void taxOnTopBuysNoMoreAndNoLess() {
        shop.bought(PayOptions.card(CARD).tax(200));
        assertThat(shop.outcomes(COMPLETED)).containsExactly(Outcome.CREDITED);
        assertThat(shop.tokens()).isEqualTo(110);
    }

    @Test
    @StripeRule({42, 44})
    void whatTheBuyerSeesInAnotherCurrencyDoesNotCount() {
        shop.bought(PayOptions.card(CARD).presentedIn("jpy", 1_634));
        assertThat(shop.outcomes(COMPLETED)).containsExactly(Outcome.CREDITED);
        assertThat(shop.tokens()).isEqualTo(110);
    }

    @Test
    @StripeRule(54)
    void moneyThatIsOnlyReservedIsCreditedWhenItIsTaken() {
        String session = shop.bought(PayOptions.card(CARD).uncaptured());
        assertThat(shop.outcomes(COMPLETED)).containsExactly(Outcome.PENDING);
        assertThat(shop.tokens()).isZero();
        shop.sandbox.capture(shop.payment(session));
        assertThat(shop.economy.checkout().confirm(ALICE, session).status()).isEqualTo(Confirmation.Status.CREDITED);
    }

    @Test
    @StripeRule(51)
    void anUnfinishedCheckoutFreesItsOrder() {
        String session = shop.economy.checkout().start(ALICE, "popular").id();
        shop.sandbox.expire(session);
        assertThat(shop.outcomes("checkout.session.expired")).containsExactly(Outcome.EXPIRED);
        assertThat(shop.order().state()).isEqualTo(OrderState.EXPIRED);
    }

    @Test
    @StripeRule(53)
    void whoPaysInTwoTabsGetsTwice() {
        shop.bought();
        shop.bought();
        assertThat(shop.tokens()).isEqualTo(220);
    }

    @Test
    @StripeRule(65)
    void aLookupKeyThatMovesLeavesOpenCheckoutsAsTheyAre() throws StripeException {
        shop.sandbox.webhooks().faults(DeliveryFaults.seeded(1).drop(100));
        Catalog catalog = Catalog.standard().withEnvironment(Map.of("STRIPE_TOKEN_POPULAR_PRICE_ID", price(999)));
        try (TokenEconomy other = TokenEconomy.builder()
                .store(MemoryLedgerStore.create())
                .payments(shop.gateway)
                .baseUrl(URI.create("http://localhost:8080"))
                .catalog(catalog)
                .build()) {
            String session = other.checkout().start(ALICE, "popular").id();
            assertThat(price(1_299)).isNotEqualTo(price(1_399));
            shop.sandbox.pay(session, CARD);
            assertThat(other.checkout().confirm(ALICE, session).status()).isEqualTo(Confirmation.Status.CREDITED);
        }
    }

    /** A new price, to which the lookup key moves. */
    private String price(long amount) throws StripeException {
        return stripe().v1()
                .prices()
                .create(PriceCreateParams.builder()
                        .setCurrency("usd")
                        .setUnitAmount(amount)
                        .setLookupKey("popular")
                        .setTransferLookupKey(true)
                        .setProductData(PriceCreateParams.ProductData.builder()
                                .setName("Popular")
                                .build())
                        .build())
                .getId();
    }

    @Test
    @StripeRule(63)
    void aBuyerWhoseCustomerWasDeletedBuysWithANewOne() throws StripeException {
        shop.bought();
        String first = customers().get(0);
        stripe().v1().customers().delete(first);
        shop.settle();
        shop.bought();
        assertThat(customers()).hasSize(2).last().isNotEqualTo(first);
        assertThat(shop.tokens()).isEqualTo(220);
        assertThat(handed).containsExactly("customer.deleted");
    }

    @Test
    @StripeRule(114)
    void anEarlyFraudWarningIsForTheHost() {
        String session = shop.bought();
        shop.sandbox.disputes().warn(shop.payment(session));
        assertThat(shop.outcomes("radar.early_fraud_warning.created")).containsExactly(Outcome.HANDLED);
        assertThat(handed).singleElement().asString().contains(shop.payment(session));
        assertThat(shop.tokens()).isEqualTo(110);
    }

    private StripeClient stripe() {
        return StripeClient.builder()
                .setApiKey(shop.sandbox.apiKey())
                .setApiBase(shop.sandbox.apiBase().toString())
                .build();
    }

    /** The customers of the orders, oldest first. */
    private List<String> customers() {
        return shop.economy.orders().list(OrderQuery.newest(10)).items().stream()
                .sorted(Comparator.comparing(Order::id))
                .map(order -> String.valueOf(order.refs().customerId()))
                .toList();
    }
}
