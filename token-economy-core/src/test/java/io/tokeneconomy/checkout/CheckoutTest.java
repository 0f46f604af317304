package io.tokeneconomy.checkout;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.Shop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.catalog.UnknownPackageException;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.payment.CheckoutRequest;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import io.tokeneconomy.payment.ScriptedSessions;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Starting a checkout: what the provider is asked, and what is kept whatever goes wrong. */
class CheckoutTest {

    private final Shop shop = Shop.on(MemoryLedgerStore.create());

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @StripeRule({55, 57, 58})
    void theProviderLearnsWhereTheOrderIsAndWhereTheBuyerReturns() {
        CheckoutSession session = shop.begin();

        CheckoutRequest request = shop.gateway.requests().get(0);
        assertThat(request.metadata())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "te_app", "token-economy",
                        "purchase_type", "token_package",
                        "order_id", order().id().value(),
                        "user_id", "alice",
                        "package_id", "popular",
                        "tokens", "110"));
        assertThat(request.successUrl())
                .isEqualTo("https://shop.example/tokens/success?session_id={CHECKOUT_SESSION_ID}");
        assertThat(request.cancelUrl()).isEqualTo("https://shop.example/tokens/cancel?package=popular");
        assertThat(request.expiresAt()).isEqualTo("2026-11-23T11:00:00Z");
        assertThat(session.url()).contains("https://pay.example/" + session.id());
    }

    @Test
    @StripeRule(49)
    void theOrderIsCommittedBeforeTheProviderIsAsked() {
        List<OrderState> seen = new ArrayList<>();
        shop.gateway.beforeCreate(request -> seen.add(
                shop.economy.orders().find(request.order().id()).orElseThrow().state()));

        CheckoutSession session = shop.begin();

        assertThat(seen).containsExactly(OrderState.PENDING);
        assertThat(order().refs().sessionId()).isEqualTo(session.id());
    }

    @Test
    @StripeRule(49)
    void aWebhookFasterThanTheAnswerIsKept() {
        shop.gateway.onCreate(session -> {
            CheckoutSession paid =
                    ScriptedSessions.with(session, CheckoutSession.Status.COMPLETE, CheckoutSession.PaymentStatus.PAID);
            shop.gateway.put(paid);
            assertThat(shop.deliver("completed", paid.id())).isEqualTo(Outcome.CREDITED);
            return paid;
        });

        shop.begin();

        assertThat(order().state()).isEqualTo(OrderState.PAID);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
    }

    @Test
    @StripeRule(46)
    void anUnknownPackageLeavesNoOrder() {
        assertThatThrownBy(() -> shop.economy.checkout().start(ALICE, "huge"))
                .isInstanceOf(UnknownPackageException.class)
                .hasMessageContaining("huge");
        assertThat(shop.economy.orders().list(OrderQuery.newest(10)).items()).isEmpty();
    }

    @Test
    void aPriceInAnotherCurrencyIsNeverShownToABuyer() {
        shop.gateway.onCreate(s -> ScriptedSessions.copy(s, s.id(), s.metadata(), new Amounts(999, 999, "eur")));

        assertThatThrownBy(shop::begin).isInstanceOf(PaymentException.class).hasMessageContaining("eur");
    }

    @Test
    void aRefusalIsToldEvenWhenTheOrderCannotBeClosed() {
        shop.gateway.beforeCreate(request -> {
            shop.close();
            throw new PaymentException(Reason.UNAUTHORIZED, "wrong key", null);
        });

        assertThatThrownBy(shop::begin)
                .isInstanceOf(PaymentException.class)
                .satisfies(e -> assertThat(e.getSuppressed()).hasOnlyElementsOfType(StoreException.class));
    }

    @Test
    @StripeRule(64)
    void aCustomerSomebodyElseSavedMeanwhileIsUsed() {
        shop.gateway.onCreateCustomer(() -> {
            shop.gateway.onCreateCustomer(() -> {});
            shop.begin();
        });

        shop.begin();

        assertThat(shop.gateway.requests())
                .extracting(CheckoutRequest::customerId)
                .containsExactly("cus_alice_2", "cus_alice_2");
    }

    @Test
    @StripeRule(65)
    void aPriceThatIsNotTheCatalogsIsNeverShownToABuyer() {
        shop.gateway.onCreate(s -> ScriptedSessions.copy(s, s.id(), s.metadata(), new Amounts(1299, 1299, "usd")));

        assertThatThrownBy(shop::begin)
                .isInstanceOf(PaymentException.class)
                .hasMessageContaining("popular")
                .hasMessageContaining("1299");
        assertThat(order().state()).isEqualTo(OrderState.FAILED);
    }

    @Test
    @StripeRule(78)
    void aProviderThatCannotBeReachedLeavesAPendingOrder() {
        shop.gateway.beforeCreate(request -> {
            throw new PaymentException(Reason.UNAVAILABLE, "timed out", null);
        });

        assertThatThrownBy(shop::begin).isInstanceOf(PaymentException.class);
        assertThat(order().state()).isEqualTo(OrderState.PENDING);
    }

    @Test
    @StripeRule(64)
    void aCustomerIsCreatedOnceAndRemembered() {
        shop.begin();
        shop.begin();

        assertThat(shop.gateway.customersMade()).hasSize(1);
        assertThat(shop.gateway.requests())
                .extracting(CheckoutRequest::customerId)
                .containsOnly("cus_alice_1");
    }

    @Test
    @StripeRule(63)
    void aCustomerTheProviderForgotIsReplacedOnce() {
        shop.begin();
        shop.gateway.forget("cus_alice_1");

        shop.begin();
        shop.begin();

        assertThat(shop.gateway.requests())
                .extracting(CheckoutRequest::customerId)
                .containsExactly("cus_alice_1", "cus_alice_2", "cus_alice_2");
        assertThat(shop.gateway.customersMade()).hasSize(2);
    }

    @Test
    @StripeRule(63)
    void aCustomerTheProviderDeletedIsForgotten() {
        shop.begin();
        assertThat(shop.receive("customer.deleted cus_alice_1 bob")).isEqualTo(Outcome.IGNORED);
        assertThat(shop.receive("customer.deleted cus_other alice")).isEqualTo(Outcome.IGNORED);
        shop.begin();
        assertThat(shop.gateway.customersMade()).hasSize(1);

        assertThat(shop.receive("customer.deleted cus_alice_1 alice")).isEqualTo(Outcome.HANDLED);
        shop.begin();
        shop.begin();
        assertThat(shop.gateway.requests())
                .extracting(CheckoutRequest::customerId)
                .containsExactly("cus_alice_1", "cus_alice_1", "cus_alice_2", "cus_alice_2");
    }

    @Test
    @StripeRule(63)
    void aDeletedCustomerOfSomebodyElseMayBearAnything() {
        String invisible = "\u200b";
        assertThat(shop.receive("customer.deleted cus_1 " + invisible)).isEqualTo(Outcome.IGNORED);
    }

    @Test
    void anUnfinishedCheckoutIsOpen() {
        CheckoutSession session = shop.begin();

        Confirmation confirmation = shop.economy.checkout().confirm(ALICE, session.id());
        assertThat(confirmation.status()).isEqualTo(Confirmation.Status.OPEN);
        assertThat(confirmation.order()).map(Order::id).contains(order().id());
        assertThat(shop.economy.checkout().confirm(ALICE, "cs_test_none").status())
                .isEqualTo(Confirmation.Status.UNKNOWN);
    }

    private Order order() {
        return shop.economy.orders().list(OrderQuery.newest(10)).items().get(0);
    }
}
