package io.tokeneconomy.topup;

import static io.tokeneconomy.Shop.ALICE;
import static io.tokeneconomy.topup.TopUpShop.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.checkout.RefundAmount;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.Period;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.TopUpCap;
import io.tokeneconomy.order.TopUpOff;
import io.tokeneconomy.order.TopUpSettings;
import io.tokeneconomy.payment.sandbox.DeliveryFaults;
import io.tokeneconomy.reconcile.Window;
import io.tokeneconomy.topup.UnsteadyCards.Fate;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing is charged that the buyer would not expect after what he said, or after what became of his money. */
class TopUpConsentTest {

    private static final TopUpSettings DAILY = TopUpSettings.of("popular", 10_000, TopUpCap.times(Period.DAY, 2));
    private static final TopUpSettings MONTHLY = TopUpSettings.of("popular", 10_000, TopUpCap.times(Period.MONTH, 2));

    private final MemoryLedgerStore store = MemoryLedgerStore.create();
    private final TopUpShop shop = new TopUpShop(store, builder -> builder);

    TopUpConsentTest() throws IOException {}

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void changingTheSettingsChargesNothingUnderTheOldOnes() {
        shop.allowed(ALICE, SETTINGS);
        shop.spend(ALICE, 61);
        TopUpSettings less = TopUpSettings.of("popular", 10, TopUpCap.times(Period.DAY, 1));
        shop.economy.topUps().enable(ALICE, less).orElseThrow();
        shop.run();
        assertThat(shop.charged()).isEmpty();
    }

    @Test
    void whatWasChargedStillCountsForACapOfAnotherPeriod() {
        shop.allowed(ALICE, DAILY);
        shop.run();
        cool();
        shop.run();
        assertThat(shop.charged()).hasSize(2);
        cool();
        shop.economy.topUps().enable(ALICE, MONTHLY).orElseThrow();
        shop.run();
        assertThat(shop.charged()).as("twice this month already").hasSize(2);
        shop.economy.topUps().enable(ALICE, DAILY).orElseThrow();
        shop.run();
        assertThat(shop.charged()).as("twice this day already").hasSize(2);
    }

    @Test
    void whatIsGivenBackIsNotTakenAgain() {
        shop.allowed(ALICE, SETTINGS);
        shop.spend(ALICE, 61);
        shop.run();
        shop.economy
                .refunds()
                .refund(shop.orders(ALICE).get(0).id(), RefundAmount.everything(), IdempotencyKey.of("refund"));
        shop.shop.settle();
        cool();
        shop.run();
        assertThat(shop.charged()).hasSize(1);
        assertThat(shop.topUp(ALICE).progress().off()).isEqualTo(TopUpOff.MONEY_BACK);
    }

    @Test
    void whoDisputesIsNotChargedAgain() {
        shop.allowed(ALICE, SETTINGS);
        shop.spend(ALICE, 61);
        shop.run();
        shop.shop.sandbox.disputes().chargeback(shop.charged().get(0).getId());
        shop.shop.settle();
        cool();
        shop.run();
        assertThat(shop.charged()).hasSize(1);
        assertThat(shop.topUp(ALICE).progress().off()).isEqualTo(TopUpOff.MONEY_BACK);
    }

    @Test
    void fewerTokensForTheSameMoneyIsNotWhatWasAllowed() {
        shop.allowed(ALICE, SETTINGS);
        shop.spend(ALICE, 61);
        Catalog fewer = Catalog.of(TokenPackage.builder("popular")
                .name("Popular")
                .description("Fewer")
                .tokens(10)
                .price(Money.of(999, "usd"))
                .build());
        shop.another(store, builder -> builder.catalog(fewer)).topUps().run(100);
        assertThat(shop.charged()).isEmpty();
    }

    @Test
    void moneyOfADeletedCustomerIsFoundByReconciliation() throws StripeException {
        shop.allowed(ALICE, SETTINGS);
        String customer = shop.customer(ALICE);
        shop.shop.sandbox.webhooks().faults(DeliveryFaults.seeded(1).drop(100));
        shop.cards.fates = request -> Fate.ANSWER_LOST;
        shop.spend(ALICE, 61);
        shop.run();
        assertThat(shop.charged()).hasSize(1);
        shop.shop.sandbox.webhooks().faults(DeliveryFaults.NONE);
        StripeClient.builder()
                .setApiKey(shop.shop.sandbox.apiKey())
                .setApiBase(shop.shop.sandbox.apiBase().toString())
                .build()
                .v1()
                .customers()
                .delete(customer);
        shop.run();
        Window window = Window.before(shop.shop.now().plusSeconds(5), Duration.ofHours(2));
        shop.economy.reconciliation().repair(window);
        assertThat(shop.available(ALICE)).isEqualTo(159);
    }

    private void cool() {
        shop.shop.pass(TopUpSettings.DEFAULT_COOLDOWN);
    }
}
