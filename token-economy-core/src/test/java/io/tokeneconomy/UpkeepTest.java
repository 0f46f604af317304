package io.tokeneconomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.event.TokenEconomyEvent.OfEntry;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Grant;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.store.BacklogKey;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an economy does by itself. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UpkeepTest {

    private static final Instant SOON = Instant.parse("2026-11-22T12:00:10Z");

    private final BlockingQueue<TokenEconomyEvent> received = new LinkedBlockingQueue<>();

    @Test
    void aSubscriberReceivesAPurchaseWithoutWaitingForTheNextLook() throws InterruptedException {
        try (Shop shop = Shop.on(
                MemoryLedgerStore.create(),
                builder -> builder.dispatchEvery(Duration.ofHours(1)).subscribe("billing", received::add))) {
            shop.deliver("completed", shop.paid().id());
            assertThat(received.take()).isInstanceOf(TokenEconomyEvent.Purchased.class);
        }
    }

    @Test
    void whatIsDueIsBookedAndDeliveredInTheBackground() throws InterruptedException {
        try (Shop shop = Shop.on(
                MemoryLedgerStore.create(),
                builder -> builder.sweepEvery(Duration.ofSeconds(1)).subscribe("billing", received::add))) {
            Grant grant = Grant.of(Shop.ALICE, 5, IdempotencyKey.of("gift")).expiring(SOON);
            shop.economy.ledger().apply(grant).orElseThrow();
            shop.setTime(SOON);
            assertThat(received.take()).isInstanceOf(TokenEconomyEvent.Granted.class);
            assertThat(received.take()).isInstanceOf(TokenEconomyEvent.Expired.class);
        }
    }

    @Test
    void aSweepThatAnEndInterruptsIsLeftToOthersAtOnce() throws InterruptedException {
        MemoryLedgerStore store = MemoryLedgerStore.create();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ending = new CountDownLatch(1);
        try (Shop shop = Shop.on(
                store,
                builder -> builder.sweepEvery(Duration.ofSeconds(1)).listener(event -> {
                    if (event instanceof TokenEconomyEvent.Expired) {
                        begun.countDown();
                        await(ending);
                    }
                }))) {
            for (int i = 0; i <= 100; i++) {
                shop.economy
                        .ledger()
                        .apply(Grant.of(AccountId.of("buyer-" + i), 5, IdempotencyKey.of("gift-" + i))
                                .expiring(SOON))
                        .orElseThrow();
            }
            shop.setTime(SOON);
            begun.await();
            Thread end = new Thread(shop.economy::drain);
            end.start();
            while (end.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            ending.countDown();
            end.join();
            BacklogKey turn = new BacklogKey("te.sweep", AccountId.of("te:upkeep"));
            assertThat(store.read(Scope.NOTHING.backlog(turn))
                            .backlog(turn)
                            .orElseThrow()
                            .leasedUntil())
                    .isBeforeOrEqualTo(SOON);
        }
    }

    @Test
    void whatWebhooksMissedIsRepairedSoonAfterTheStart() throws InterruptedException {
        try (Shop shop = Shop.on(
                MemoryLedgerStore.create(),
                builder -> builder.reconcileEvery(Duration.ofDays(1)).subscribe("billing", received::add))) {
            CountDownLatch paid = new CountDownLatch(1);
            shop.gateway.beforeList(query -> await(paid));
            shop.gateway.setTime(SOON.minusSeconds(60));
            shop.paid();
            paid.countDown();
            assertThat(received.take()).isInstanceOf(TokenEconomyEvent.Purchased.class);
            assertThat(shop.gateway.queries().get(0).from())
                    .isBetween(SOON.minus(Duration.ofDays(32)), SOON.minus(Duration.ofDays(30)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59.999S", "PT24H0.001S", "PT-1S"})
    void aReconciliationPauseOutOfRangeIsRefused(Duration pause) {
        assertThatThrownBy(() -> TokenEconomy.builder().reconcileEvery(pause))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void switchedOffItIsLeftToTheHost() {
        try (Shop shop = Shop.on(
                MemoryLedgerStore.create(),
                builder -> builder.sweepEvery(Duration.ZERO)
                        .dispatchEvery(Duration.ZERO)
                        .lowBalanceAt(3)
                        .subscribe("billing", received::add))) {
            Grant grant = Grant.of(Shop.ALICE, 5, IdempotencyKey.of("gift")).expiring(SOON);
            shop.economy.ledger().apply(grant).orElseThrow();
            shop.setTime(SOON);
            assertThat(shop.economy.ledger().sweep(1).entries()).isEqualTo(1);
            assertThat(received).isEmpty();
            assertThat(shop.economy.outbox().dispatch(1).entries()).isEqualTo(2);
            assertThat(received)
                    .extracting(event -> ((OfEntry) event).entry().sequence() + " "
                            + event.getClass().getSimpleName())
                    .containsExactly("1 Granted", "2 Expired", "2 LowBalance", "2 Depleted");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.999S", "PT24H0.001S", "PT-1S"})
    void aSweepPauseOutOfRangeIsRefused(Duration pause) {
        assertThatThrownBy(() -> TokenEconomy.builder().sweepEvery(pause)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.009S", "PT1H0.001S", "PT-1S"})
    void aDispatchPauseOutOfRangeIsRefused(Duration pause) {
        assertThatThrownBy(() -> TokenEconomy.builder().dispatchEvery(pause)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void theEdgesOfAllPausesAreAllowed() {
        TokenEconomy.builder()
                .sweepEvery(Duration.ofSeconds(1))
                .sweepEvery(Duration.ofDays(1))
                .dispatchEvery(Duration.ofMillis(10))
                .dispatchEvery(Duration.ofHours(1))
                .reconcileEvery(Duration.ofMinutes(1))
                .reconcileEvery(Duration.ofDays(1))
                .reconcileEvery(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "te.mine", "ä", "a/b"})
    void aNameThatASubscriberCannotHaveIsRefused(String name) {
        assertThatThrownBy(() -> TokenEconomy.builder().subscribe(name, received::add))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void namesAreTakenOnceAndTheirNumberIsLimited() {
        TokenEconomyBuilder builder = TokenEconomy.builder();
        for (int i = 1; i <= TokenEconomyBuilder.MAX_SUBSCRIBERS; i++) {
            builder.subscribe("s" + i, received::add);
        }
        assertThatThrownBy(() -> builder.subscribe("one-more", received::add)).hasMessageContaining("subscribers");
        TokenEconomyBuilder other = TokenEconomy.builder().subscribe("billing", received::add);
        assertThatThrownBy(() -> other.subscribe("billing", received::add)).hasMessageContaining("not taken");
    }

    @Test
    void aThresholdIsAtLeastOneToken() {
        assertThatThrownBy(() -> TokenEconomy.builder().lowBalanceAt(0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> TokenEconomy.builder().lowBalanceAt(LedgerLimits.MAX_BALANCE + 1))
                .isInstanceOf(InvalidValueException.class);
        TokenEconomy.builder().lowBalanceAt(1).lowBalanceAt(LedgerLimits.MAX_BALANCE);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
