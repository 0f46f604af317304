package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static io.tokeneconomy.Shop.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.Shop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.checkout.Confirmation;
import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.PaymentRefs;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.ScriptedSessions;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions that are not ours, not here, not the asker's, or done already. */
class OtherSessionsTest {

    private static final String COMPLETED = "completed";

    private final Shop shop = Shop.on(MemoryLedgerStore.create());

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aSessionThatCreditedOneOrderCreditsNoOther() {
        CheckoutSession first = shop.paid();
        shop.deliver(COMPLETED, first.id());
        CheckoutSession second = shop.begin();
        shop.gateway.move(first.id(), s -> ScriptedSessions.copy(s, s.id(), second.metadata(), s.amounts()));

        assertThat(shop.deliver(COMPLETED, first.id())).isEqualTo(Outcome.ALREADY_DONE);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
    }

    @Test
    @StripeRule(48)
    void anotherApplicationOnTheSameStripeAccountIsLeftAlone() {
        CheckoutSession session = shop.paid();
        Map<String, String> metadata = new HashMap<>(session.metadata());
        metadata.put("te_app", "another-shop");
        metadata.put("order_id", "ord_" + "1".repeat(32));
        shop.gateway.move(session.id(), s -> ScriptedSessions.copy(s, s.id(), metadata, s.amounts()));

        assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.IGNORED);
        assertThat(shop.parked()).isEmpty();
    }

    @Test
    @StripeRule(30)
    void aSessionOfTheOtherModeIsIgnored() {
        CheckoutSession session = shop.paid();
        shop.gateway.move(
                session.id(), s -> ScriptedSessions.altered(s, s.kind(), PaymentMode.LIVE, s.clientReferenceId()));

        assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.IGNORED);
        assertThat(shop.balance(ALICE)).isZero();
    }

    @Test
    @StripeRule(23)
    void aMarkedSessionThatTheProviderDoesNotKnowIsToldAgain() {
        CheckoutSession session = shop.paid();
        shop.gateway.forgetOnRead(session.id());

        assertThatThrownBy(() -> shop.deliver(COMPLETED, session.id()))
                .isInstanceOf(TokenEconomyException.class)
                .hasMessageContaining("does not know it");
    }

    @Test
    void aCreditedPurchaseIsConfirmedWithoutTheProvider() {
        CheckoutSession session = shop.paid();
        shop.deliver(COMPLETED, session.id());
        shop.gateway.forgetOnRead(session.id());

        Confirmation confirmation = shop.economy.checkout().confirm(ALICE, session.id());
        assertThat(confirmation).isEqualTo(new Confirmation(Confirmation.Status.ALREADY_DONE, order()));
        assertThat(shop.economy.checkout().confirm(BOB, session.id()).status()).isEqualTo(Confirmation.Status.UNKNOWN);
        assertThat(shop.economy.checkout().confirm(BOB, "ä\n" + "x".repeat(300)).status())
                .isEqualTo(Confirmation.Status.UNKNOWN);
    }

    @Test
    @StripeRule({23, 49})
    void aMarkedSessionWhoseOrderIsUnknownIsToldAgain() {
        CheckoutSession session = shop.paid();
        Map<String, String> metadata = new HashMap<>(session.metadata());
        metadata.put("order_id", "ord_" + "0".repeat(32));
        shop.gateway.move(session.id(), s -> ScriptedSessions.copy(s, s.id(), metadata, s.amounts()));

        assertThatThrownBy(() -> shop.deliver(COMPLETED, session.id()))
                .isInstanceOfSatisfying(
                        TokenEconomyException.class,
                        e -> assertThat(e.retryable()).isTrue())
                .hasMessageContaining("not in this store");
    }

    @Test
    @StripeRule({48, 50})
    void anUnmarkedSessionIsSomebodyElses() {
        CheckoutSession session = shop.paid();
        shop.gateway.move(session.id(), s -> ScriptedSessions.copy(s, s.id(), Map.of("a", "b"), s.amounts()));

        assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.IGNORED);
        assertThat(shop.receive("checkout.session.completed " + session.id() + " without-metadata"))
                .isEqualTo(Outcome.IGNORED);
        assertThat(shop.parked()).isEmpty();
    }

    @Test
    @StripeRule({3, 41})
    void eventsWithoutMetadataAreReadBack() {
        CheckoutSession session = shop.paid();

        assertThat(shop.receive("checkout.session.completed " + session.id() + " without-metadata"))
                .isEqualTo(Outcome.CREDITED);
    }

    @Test
    @StripeRule(62)
    void aGuestIsKnownByTheOrder() {
        CheckoutSession session = shop.paid();
        shop.gateway.move(session.id(), OtherSessionsTest::ofAGuest);

        assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.CREDITED);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
        assertThat(order().refs().customerId()).isNull();
    }

    private static CheckoutSession ofAGuest(CheckoutSession s) {
        return new CheckoutSession(
                s.id(),
                s.kind(),
                s.status(),
                s.paymentStatus(),
                s.mode(),
                s.amounts(),
                s.reversed(),
                new PaymentRefs(s.id(), s.refs().paymentIntentId(), null),
                s.clientReferenceId(),
                s.metadata(),
                s.page(),
                s.expiresAt());
    }

    @Test
    @StripeRule(38)
    void somebodyElseCannotConfirmAPurchase() {
        CheckoutSession session = shop.paid();

        assertThat(shop.economy.checkout().confirm(BOB, session.id()).status()).isEqualTo(Confirmation.Status.UNKNOWN);
        assertThat(shop.balance(ALICE)).isZero();
        assertThat(shop.balance(BOB)).isZero();
    }

    private Order order() {
        return shop.economy.orders().list(OrderQuery.newest(10)).items().get(0);
    }

    @Test
    @StripeRule(47)
    void aCreditedSessionIsDoneWhateverItsMetadataSaysLater() {
        CheckoutSession session = shop.paid();
        shop.deliver(COMPLETED, session.id());
        Map<String, String> unknownOrder = new HashMap<>(session.metadata());
        unknownOrder.put("order_id", "ord_" + "0".repeat(32));
        Map<String, String> noOrder = new HashMap<>(session.metadata());
        noOrder.remove("order_id");

        for (Map<String, String> metadata : List.of(unknownOrder, noOrder)) {
            shop.gateway.move(session.id(), s -> ScriptedSessions.copy(s, s.id(), metadata, s.amounts()));
            assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.ALREADY_DONE);
        }
        assertThat(shop.parked()).isEmpty();
    }

    @Test
    void anApplicationThatWasRenamedKnowsItsOrders() {
        CheckoutSession session = shop.paid();
        Map<String, String> metadata = new HashMap<>(session.metadata());
        metadata.put("te_app", "our-former-name");
        shop.gateway.move(session.id(), s -> ScriptedSessions.copy(s, s.id(), metadata, s.amounts()));

        assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.CREDITED);
    }

    @Test
    @StripeRule(47)
    void moneyThatWentAstrayNeitherClosesNorThanksAnother() {
        CheckoutSession alices = shop.paid();
        CheckoutSession bobs = shop.economy.checkout().start(BOB, "popular");
        shop.gateway.move(alices.id(), s -> ScriptedSessions.copy(s, s.id(), bobs.metadata(), s.amounts()));

        assertThat(shop.deliver(COMPLETED, alices.id())).isEqualTo(Outcome.PARKED);
        assertThat(shop.economy.checkout().confirm(BOB, bobs.id()).status()).isEqualTo(Confirmation.Status.OPEN);

        shop.gateway.move(alices.id(), s -> ScriptedSessions.copy(s, s.id(), alices.metadata(), s.amounts()));
        assertThat(shop.deliver(COMPLETED, alices.id())).isEqualTo(Outcome.CREDITED);
        shop.gateway.move(alices.id(), s -> ScriptedSessions.copy(s, s.id(), bobs.metadata(), s.amounts()));
        assertThat(shop.economy.checkout().confirm(BOB, alices.id()).status()).isEqualTo(Confirmation.Status.UNKNOWN);
    }
}
