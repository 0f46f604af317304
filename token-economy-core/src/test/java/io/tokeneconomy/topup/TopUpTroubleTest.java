package io.tokeneconomy.topup;

import static io.tokeneconomy.Shop.ALICE;
import static io.tokeneconomy.Shop.BOB;
import static io.tokeneconomy.topup.TopUpShop.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.TokenEconomy;
import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.TopUp;
import io.tokeneconomy.payment.sandbox.DeliveryFaults;
import io.tokeneconomy.topup.UnsteadyCards.Fate;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Charges whose outcome is not known, and a provider that is slow or gone. */
class TopUpTroubleTest {

    private final MemoryLedgerStore store = MemoryLedgerStore.create();
    private final TopUpShop shop = new TopUpShop(store, builder -> builder);

    TopUpTroubleTest() throws IOException {}

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @StripeRule(78)
    void whatWasChargedAlthoughTheAnswerWasLostIsLookedUpAndCreditedOnce() {
        mute();
        low(Fate.ANSWER_LOST);
        assertThat(shop.topUp(ALICE).progress().inFlight()).isNotNull();
        assertThat(shop.available(ALICE)).isEqualTo(49);
        shop.run();
        shop.run();
        assertThat(shop.available(ALICE)).isEqualTo(159);
        assertThat(shop.topUp(ALICE).progress().inFlight()).isNull();
        assertThat(shop.cards.charges).hasValue(1);
        assertThat(shop.charged()).hasSize(1);
    }

    @Test
    void anEventEndsWhatWasInFlight() {
        low(Fate.ANSWER_LOST);
        assertThat(shop.available(ALICE)).isEqualTo(159);
        shop.run();
        assertThat(shop.topUp(ALICE).progress().inFlight()).isNull();
        assertThat(shop.topUp(ALICE).progress().day().times()).isOne();
        assertThat(shop.charged()).hasSize(1);
    }

    @Test
    void whatWasNeverChargedIsGivenUpLongAfter() {
        low(Fate.REQUEST_LOST);
        TopUp begun = shop.topUp(ALICE);
        shop.shop.pass(Duration.ofMinutes(14));
        shop.run();
        assertThat(shop.topUp(ALICE)).as("somebody may still be charging").isEqualTo(begun);
        shop.shop.pass(Duration.ofMinutes(2));
        shop.run();
        assertThat(shop.topUp(ALICE).progress().inFlight()).isNull();
        assertThat(shop.topUp(ALICE).progress().day().times())
                .as("it may be charged yet")
                .isOne();
        assertThat(shop.orders(ALICE).get(0).state()).isEqualTo(OrderState.FAILED);
        shop.cards.fates = request -> Fate.GOOD;
        shop.run();
        assertThat(shop.available(ALICE)).isEqualTo(159);
        assertThat(shop.charged()).hasSize(1);
    }

    @Test
    void whatIsInFlightIsNotAllowedAnew() {
        low(Fate.REQUEST_LOST);
        assertThat(shop.economy.topUps().enable(ALICE, SETTINGS))
                .isEqualTo(new TopUpResult.Refused(TopUpResult.Reason.IN_FLIGHT));
    }

    @Test
    void whatTheBuyerSwitchedOffInFlightIsStillCredited() {
        mute();
        low(Fate.ANSWER_LOST);
        shop.economy.topUps().disable(ALICE);
        shop.run();
        assertThat(shop.available(ALICE)).isEqualTo(159);
        assertThat(shop.topUp(ALICE).isOn()).isFalse();
    }

    @Test
    void aSellersMistakeIsNotTheBuyers() {
        low(Fate.REFUSED);
        assertThat(shop.topUp(ALICE).isOn()).isTrue();
        assertThat(shop.topUp(ALICE).progress().declines()).isZero();
        assertThat(shop.topUp(ALICE).progress().trouble()).isEqualTo("UNAUTHORIZED");
        shop.cards.fates = request -> Fate.GOOD;
        shop.run();
        assertThat(shop.charged()).as("within the back-off").isEmpty();
        shop.shop.pass(TopUp.FIRST_BACK_OFF);
        shop.run();
        assertThat(shop.available(ALICE)).isEqualTo(159);
    }

    @Test
    void aSpendWakesItAndNeverWaitsForTheProvider() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        CompletableFuture<Long> bought = new CompletableFuture<>();
        shop.allowed(ALICE, SETTINGS);
        mute();
        shop.cards.meanwhile = () -> {
            asked.countDown();
            await(answers);
        };
        TokenEconomy economy = shop.another(
                store,
                builder -> builder.topUpEvery(Duration.ofDays(1)).listener(event -> {
                    if (event instanceof TokenEconomyEvent.Purchased purchased) {
                        bought.complete(purchased.tokens());
                    }
                }));
        economy.topUps().enable(ALICE, SETTINGS).orElseThrow();
        economy.ledger().spend(ALICE, 61, key("first")).orElseThrow();
        await(asked);
        economy.ledger().spend(ALICE, 5, key("meanwhile")).orElseThrow();
        assertThat(economy.ledger().balance(ALICE).available()).isEqualTo(44);
        answers.countDown();
        assertThat(bought.get(30, TimeUnit.SECONDS)).isEqualTo(110);
        assertThat(shop.charged()).hasSize(1);
    }

    @Test
    void whatAnotherProcessSpentIsFoundByTheSweepOfAnyOther() throws Exception {
        shop.allowed(ALICE, SETTINGS);
        shop.allowed(BOB, SETTINGS);
        mute();
        shop.spend(BOB, 61);
        CompletableFuture<Long> bought = new CompletableFuture<>();
        shop.another(
                store,
                builder -> builder.topUpEvery(Duration.ofDays(1)).listener(event -> {
                    if (event instanceof TokenEconomyEvent.Purchased purchased) {
                        bought.complete(purchased.tokens());
                    }
                }));
        assertThat(bought.get(30, TimeUnit.SECONDS)).isEqualTo(110);
        assertThat(shop.available(ALICE)).isEqualTo(110);
    }

    /** No event arrives: what is credited is credited by our own reading. */
    private void mute() {
        shop.shop.sandbox.webhooks().faults(DeliveryFaults.seeded(1).drop(100));
    }

    private void low(Fate fate) {
        shop.allowed(ALICE, SETTINGS);
        shop.cards.fates = request -> fate;
        shop.spend(ALICE, 61);
        shop.run();
    }

    private static IdempotencyKey key(String name) {
        return IdempotencyKey.of(name);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
