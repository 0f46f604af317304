package io.tokeneconomy.topup;

import static io.tokeneconomy.Shop.ALICE;
import static io.tokeneconomy.Shop.BOB;
import static io.tokeneconomy.topup.TopUpShop.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.TopUp;
import io.tokeneconomy.order.TopUpCap;
import io.tokeneconomy.order.TopUpSettings;
import io.tokeneconomy.payment.CardCharge;
import io.tokeneconomy.payment.sandbox.DeliveryFaults;
import io.tokeneconomy.topup.UnsteadyCards.Fate;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens beside an attempt: another process looks, the customer is deleted, the shop is closed. */
class TopUpBesideTest {

    private final MemoryLedgerStore store = MemoryLedgerStore.create();
    private final TopUpShop shop = new TopUpShop(store, builder -> builder);

    TopUpBesideTest() throws IOException {}

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aPaymentThatIsBeingMadeIsNoRefusedOne() {
        TokenEconomy other = shop.another(store, builder -> builder);
        shop.allowed(ALICE, SETTINGS);
        shop.spend(ALICE, 61);
        shop.cards.lookedUp = new CardCharge(CardCharge.Outcome.DECLINED, "pi_1", "requires_payment_method");
        shop.cards.meanwhile = () -> other.topUps().run(100);

        shop.run();

        assertThat(shop.failures).isEmpty();
        assertThat(shop.available(ALICE)).isEqualTo(159);
        assertThat(shop.topUp(ALICE).progress().day().times()).isOne();
    }

    @Test
    void aRefusalWhoseAnswerWasLostCountsOnceNobodyCanBeCharging() {
        shop.allowed(ALICE, SETTINGS);
        shop.spend(ALICE, 61);
        shop.cards.fates = request -> Fate.REQUEST_LOST;
        shop.cards.lookedUp = new CardCharge(CardCharge.Outcome.DECLINED, "pi_1", "insufficient_funds");
        shop.run();
        assertThat(shop.topUp(ALICE).progress().inFlight()).isNotNull();

        shop.shop.pass(Duration.ofMinutes(16));
        shop.run();

        assertThat(shop.topUp(ALICE).progress().declines()).isOne();
    }

    @Test
    void whatWasGivenUpStillCountsForTheCooldown() {
        shop.allowed(ALICE, SETTINGS.withCooldown(Duration.ofHours(1)));
        shop.spend(ALICE, 61);
        shop.cards.fates = request -> Fate.REQUEST_LOST;
        shop.run();
        shop.shop.pass(Duration.ofMinutes(16));
        shop.run();
        TopUp givenUp = shop.topUp(ALICE);
        assertThat(givenUp.progress().inFlight()).isNull();

        shop.run();
        assertThat(shop.cards.charges).hasValue(1);
        shop.shop.pass(Duration.ofMinutes(45));
        shop.run();
        assertThat(shop.cards.charges).hasValue(2);
    }

    @Test
    void theOrderOfADeletedCustomerIsClosed() {
        shop.allowed(ALICE, SETTINGS);
        shop.spend(ALICE, 61);
        String customer = shop.customer(ALICE);
        shop.cards.meanwhile = () -> delete(customer);

        shop.run();

        assertThat(shop.economy.topUps().find(ALICE)).isEmpty();
        assertThat(shop.orders(ALICE)).extracting(order -> order.state()).doesNotContain(OrderState.PENDING);
    }

    /** The process that charges is gone with the customer: nobody else knows of its order. */
    @Test
    void theOrderOfADeletedCustomerIsClosedAlsoWhenNobodyCharges() {
        shop.allowed(ALICE, SETTINGS);
        shop.spend(ALICE, 61);
        shop.cards.fates = request -> Fate.REQUEST_LOST;
        shop.run();
        assertThat(shop.orders(ALICE).get(0).state()).isEqualTo(OrderState.PENDING);

        delete(shop.customer(ALICE));
        shop.run();

        assertThat(shop.orders(ALICE).get(0).state()).isEqualTo(OrderState.FAILED);
        assertThat(shop.economy.topUps().find(ALICE)).isEmpty();
    }

    /** Its event was lost: the next checkout finds out that the customer is gone, and makes another. */
    @Test
    void theOrderOfAReplacedCustomerIsClosed() {
        shop.allowed(ALICE, SETTINGS);
        shop.spend(ALICE, 61);
        shop.cards.fates = request -> Fate.REQUEST_LOST;
        shop.run();
        shop.shop.sandbox.webhooks().faults(DeliveryFaults.seeded(1).drop(100));
        delete(shop.customer(ALICE));

        shop.economy.checkout().start(ALICE, "popular");

        assertThat(shop.orders(ALICE))
                .extracting(order -> order.state())
                .containsExactly(OrderState.PENDING, OrderState.FAILED, OrderState.PAID);
    }

    @Test
    void aProcessThatWakesUpAfterItWasGivenUpDoesNotGoBeyondTheCap() throws IOException {
        shop.allowed(ALICE, TopUpSettings.of("popular", 50, TopUpCap.times(Period.DAY, 1)));
        shop.spend(ALICE, 61);
        TokenEconomy other = shop.another(store, builder -> builder);
        shop.cards.meanwhile = () -> {
            shop.cards.meanwhile = () -> {};
            shop.shop.pass(Duration.ofMinutes(16));
            other.topUps().run(100);
            other.topUps().run(100);
        };

        shop.run();

        assertThat(shop.charged()).hasSize(1);
        assertThat(shop.available(ALICE)).isEqualTo(159);
        assertThat(shop.topUp(ALICE).progress().day().times()).isOne();
    }

    @Test
    void anInterruptEndsASweepBeforeTheNextAccount() {
        shop.allowed(ALICE, SETTINGS);
        shop.allowed(BOB, SETTINGS);
        shop.spend(ALICE, 61);
        shop.spend(BOB, 61);
        shop.cards.fates = request -> Fate.REQUEST_LOST;
        shop.cards.meanwhile = () -> Thread.currentThread().interrupt();

        boolean more = shop.economy.topUps().run(100);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(more).isFalse();
        assertThat(shop.cards.charges).hasValue(1);
    }

    private void delete(String customer) {
        try {
            StripeClient.builder()
                    .setApiKey(shop.shop.sandbox.apiKey())
                    .setApiBase(shop.shop.sandbox.apiBase().toString())
                    .build()
                    .v1()
                    .customers()
                    .delete(customer);
        } catch (StripeException e) {
            throw new AssertionError(e);
        }
        shop.shop.settle();
    }
}
