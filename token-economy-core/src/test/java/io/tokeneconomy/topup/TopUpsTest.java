package io.tokeneconomy.topup;

import static io.tokeneconomy.Shop.ALICE;
import static io.tokeneconomy.Shop.BOB;
import static io.tokeneconomy.topup.TopUpShop.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.catalog.UnknownPackageException;
import io.tokeneconomy.checkout.RefundAmount;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.TopUp;
import io.tokeneconomy.order.TopUpCap;
import io.tokeneconomy.order.TopUpOff;
import io.tokeneconomy.order.TopUpSettings;
import io.tokeneconomy.payment.sandbox.DeliveryFaults;
import io.tokeneconomy.reconcile.Window;
import io.tokeneconomy.topup.TopUpResult.Reason;
import io.tokeneconomy.topup.TopUpResult.Refused;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What buyers allow, and what happens then. */
class TopUpsTest {

    private static final String NO_FUNDS = "4000000000009995";
    private static final String WANTS_ITS_OWNER = "4000002760003184";
    private static final String GOOD = "4242424242424242";

    private final MemoryLedgerStore store = MemoryLedgerStore.create();
    private final TopUpShop shop = new TopUpShop(store, builder -> builder);

    TopUpsTest() throws IOException {}

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aBalanceBelowTheThresholdBuysThePackage() {
        TopUp topUp = shop.allowed(ALICE, SETTINGS);
        assertThat(topUp.cardName()).isEqualTo("visa 4242");
        shop.spend(ALICE, 60);
        shop.run();
        assertThat(shop.available(ALICE)).as("at the threshold").isEqualTo(50);
        shop.spend(ALICE, 1);
        shop.run();
        assertThat(shop.available(ALICE)).isEqualTo(159);
        assertThat(shop.charged())
                .singleElement()
                .satisfies(paid -> assertThat(paid.getAmount()).isEqualTo(999));
        assertThat(shop.topUp(ALICE).progress().inFlight()).isNull();
        assertThat(shop.economy.ledger().verify(ALICE).intact()).isTrue();
    }

    @Test
    void ourOwnReadingCreditsWithoutAnyEvent() {
        shop.allowed(ALICE, SETTINGS);
        shop.shop.sandbox.webhooks().faults(DeliveryFaults.seeded(1).drop(100));
        shop.spend(ALICE, 61);
        shop.run();
        assertThat(shop.available(ALICE)).isEqualTo(159);
    }

    @Test
    void withoutASavedCardNothingIsAllowed() {
        assertThat(shop.economy.topUps().enable(BOB, SETTINGS)).isEqualTo(new Refused(Reason.NO_SAVED_CARD));
        String session = shop.economy.checkout().start(BOB, "popular").id();
        shop.shop.sandbox.pay(session, GOOD);
        assertThat(shop.economy.topUps().enable(BOB, SETTINGS)).isEqualTo(new Refused(Reason.NO_SAVED_CARD));
        assertThat(shop.economy.topUps().find(BOB)).isEmpty();
        assertThatThrownBy(() -> shop.economy.topUps().enable(BOB, SETTINGS).orElseThrow())
                .isInstanceOf(TopUpRefusedException.class);
    }

    @Test
    void whatCannotBeIsRefused() {
        shop.bought(ALICE);
        TopUpCap little = TopUpCap.money(Period.MONTH, 998);
        assertThat(shop.economy.topUps().enable(ALICE, TopUpSettings.of("popular", 50, little)))
                .isEqualTo(new Refused(Reason.ABOVE_CAP));
        TopUpSettings unknown = TopUpSettings.of("unheard-of", 50, little);
        assertThatThrownBy(() -> shop.economy.topUps().enable(ALICE, unknown))
                .isInstanceOf(UnknownPackageException.class);
    }

    @Test
    void whoDoesNotAllowItIsNotCharged() {
        shop.bought(BOB);
        shop.spend(BOB, 110);
        shop.allowed(ALICE, SETTINGS);
        shop.spend(ALICE, 110);
        assertThat(shop.economy.topUps().disable(ALICE)).isTrue();
        assertThat(shop.economy.topUps().disable(ALICE)).isFalse();
        shop.run();
        assertThat(shop.charged()).isEmpty();
        assertThat(shop.topUp(ALICE).progress().off()).isEqualTo(TopUpOff.DISABLED);
    }

    @Test
    void cooldownAndCapHoldAndTheNextDayBeginsAnew() {
        shop.allowed(ALICE, TopUpSettings.of("popular", 10_000, TopUpCap.times(Period.DAY, 2)));
        shop.run();
        shop.run();
        assertThat(shop.charged()).as("while it cools down").hasSize(1);
        for (int i = 0; i < 5; i++) {
            shop.shop.pass(TopUpSettings.DEFAULT_COOLDOWN);
            shop.run();
        }
        assertThat(shop.charged()).as("the day's cap").hasSize(2);
        shop.shop.pass(Duration.ofDays(1));
        shop.run();
        assertThat(shop.charged()).hasSize(3);
        assertThat(shop.available(ALICE)).isEqualTo(440);
    }

    @Test
    void aDeclinedCardIsTriedAgainLater() {
        shop.allowed(ALICE, SETTINGS);
        shop.shop.sandbox.cards().become(shop.customer(ALICE), NO_FUNDS);
        shop.spend(ALICE, 61);
        shop.run();
        shop.run();
        assertThat(shop.topUp(ALICE).progress().declines()).isOne();
        assertThat(shop.topUp(ALICE).progress().trouble()).isEqualTo("insufficient_funds");
        assertThat(shop.failures)
                .singleElement()
                .satisfies(failed -> assertThat(failed.account()).isEqualTo(ALICE));
        assertThat(shop.orders(ALICE).get(0).state()).isEqualTo(OrderState.FAILED);
        shop.shop.sandbox.cards().become(shop.customer(ALICE), GOOD);
        shop.shop.pass(Duration.ofMinutes(59));
        shop.run();
        assertThat(shop.charged()).as("within the back-off").isEmpty();
        shop.shop.pass(Duration.ofMinutes(1));
        shop.run();
        assertThat(shop.available(ALICE)).isEqualTo(159);
        assertThat(shop.topUp(ALICE).progress().declines()).isZero();
    }

    @Test
    void aCardThatIsDeclinedTooOftenIsLeftAloneUntilItsOwnerSaysSo() {
        shop.allowed(ALICE, SETTINGS);
        shop.shop.sandbox.cards().become(shop.customer(ALICE), NO_FUNDS);
        shop.spend(ALICE, 61);
        for (int i = 0; i < TopUp.MAX_DECLINES + 3; i++) {
            shop.run();
            shop.shop.pass(TopUp.LONGEST_BACK_OFF);
        }
        assertThat(shop.failures).hasSize(TopUp.MAX_DECLINES);
        assertThat(shop.topUp(ALICE).progress().off()).isEqualTo(TopUpOff.DECLINED_TOO_OFTEN);
        shop.shop.sandbox.cards().become(shop.customer(ALICE), GOOD);
        shop.economy.topUps().enable(ALICE, SETTINGS).orElseThrow();
        shop.run();
        assertThat(shop.available(ALICE)).isEqualTo(159);
    }

    @Test
    void aCardThatWantsItsOwnerIsLeftAlone() {
        shop.allowed(ALICE, SETTINGS);
        shop.shop.sandbox.cards().become(shop.customer(ALICE), WANTS_ITS_OWNER);
        shop.spend(ALICE, 61);
        shop.run();
        assertThat(shop.topUp(ALICE).progress().off()).isEqualTo(TopUpOff.AUTHENTICATION_REQUIRED);
        shop.shop.pass(Duration.ofDays(2));
        shop.run();
        assertThat(shop.cards.charges).hasValue(1);
        assertThat(shop.failures).hasSize(1);
    }

    @Test
    void aCardThatIsGoneSwitchesOff() {
        shop.allowed(ALICE, SETTINGS);
        shop.shop.sandbox.cards().detach(shop.customer(ALICE));
        shop.spend(ALICE, 61);
        shop.run();
        assertThat(shop.topUp(ALICE).progress().off()).isEqualTo(TopUpOff.CARD_GONE);
        assertThat(shop.orders(ALICE).get(0).state()).isEqualTo(OrderState.FAILED);
    }

    @Test
    void aPackageThatBecameDearerIsNotBought() {
        shop.allowed(ALICE, SETTINGS);
        shop.spend(ALICE, 61);
        Catalog dearer = Catalog.of(TokenPackage.builder("popular")
                .name("Popular")
                .description("Dearer")
                .tokens(110)
                .price(Money.of(1_000, "usd"))
                .build());
        shop.another(store, builder -> builder.catalog(dearer)).topUps().run(100);
        assertThat(shop.charged()).isEmpty();
        assertThat(shop.topUp(ALICE).progress().off()).isEqualTo(TopUpOff.PRICE_CHANGED);
        assertThat(shop.failures).hasSize(1);
    }

    @Test
    void whatADeletedCustomerAllowedIsGoneWithHim() throws StripeException {
        shop.allowed(ALICE, SETTINGS);
        shop.spend(ALICE, 61);
        StripeClient stripe = StripeClient.builder()
                .setApiKey(shop.shop.sandbox.apiKey())
                .setApiBase(shop.shop.sandbox.apiBase().toString())
                .build();
        stripe.v1().customers().delete(shop.customer(ALICE));
        shop.shop.settle();
        shop.run();
        assertThat(shop.economy.topUps().find(ALICE)).isEmpty();
        assertThat(shop.charged()).isEmpty();
    }

    @Test
    void refundsAndReconciliationKnowWhatWasBought() {
        shop.allowed(ALICE, SETTINGS);
        shop.spend(ALICE, 61);
        shop.run();
        Window window = Window.before(shop.shop.now().plusSeconds(5), Duration.ofHours(2));
        assertThat(shop.economy.reconciliation().check(window).differences()).isEmpty();
        shop.economy
                .refunds()
                .refund(shop.orders(ALICE).get(0).id(), RefundAmount.everything(), IdempotencyKey.of("refund"));
        assertThat(shop.available(ALICE)).isEqualTo(49);
        assertThat(shop.economy.reconciliation().check(window).differences()).isEmpty();
    }
}
