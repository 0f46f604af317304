package io.tokeneconomy.lives;

import static io.tokeneconomy.lives.SubscribedShop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.SubscriptionUpdateParams.ProrationBehavior;
import io.tokeneconomy.catalog.Leftover;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.payment.sandbox.DeliveryFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscriptions from the first checkout to their end, over HTTP, with a clock that is advanced. */
class SubscribedLivesTest {

    private static final long BOUGHT = 110;
    private static final long MONTHLY = 500;
    private static final int CAP = 600;

    /** March, April, May and June, of whose events many are lost, doubled or late, half of the lives in an old version. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyPaidInvoiceIsCreditedOnceWhateverBecomesOfTheEvents(long seed) throws Exception {
        try (SubscribedShop shop = new SubscribedShop(Leftover.expires())) {
            DeliveryFaults faults =
                    DeliveryFaults.seeded(seed).duplicate(40).reorder(20).drop(50);
            shop.sandbox.webhooks().faults(seed % 2 == 0 ? faults.apiVersion("2020-08-27") : faults);
            shop.subscribe();
            assertBooksAgree(shop, 1);
            int[] days = {31, 30, 31};
            for (int month = 0; month < days.length; month++) {
                shop.pass(days[month]);
                assertBooksAgree(shop, month + 2);
            }
            assertThat(shop.pass(4).tokens()).isEqualTo(BOUGHT + MONTHLY);
        }
    }

    private static void assertBooksAgree(SubscribedShop shop, int periods) throws Exception {
        assertThat(shop.reconcile().trouble()).isNull();
        assertThat(shop.paidInvoices()).hasSize(periods);
        assertThat(shop.credited()).containsExactlyInAnyOrderElementsOf(shop.paidInvoices());
        assertThat(shop.reconcile().clean()).isTrue();
        assertThat(shop.economy.audit().verify(ALICE)).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void tokensEndThreeDaysAfterTheirPeriodAndBoughtOnesStay() throws Exception {
        try (SubscribedShop shop = new SubscribedShop(Leftover.expires())) {
            shop.subscribe().spend("some", 100);

            assertThat(shop.pass(31).tokens()).isEqualTo(BOUGHT + 400 + MONTHLY);
            assertThat(shop.pass(4).tokens()).isEqualTo(BOUGHT + MONTHLY);
            shop.spend("more-than-a-month-brings", 550);
            assertThat(shop.pass(27).tokens()).isEqualTo(60 + MONTHLY);
        }
    }

    @Test
    void whatIsLeftRollsOverUpToTheCapAndBoughtTokensDoNotCount() throws Exception {
        try (SubscribedShop shop = new SubscribedShop(Leftover.rollsOver(CAP))) {
            shop.subscribe().spend("some", 100);

            assertThat(shop.pass(31).tokens()).isEqualTo(BOUGHT + 400 + MONTHLY);
            assertThat(shop.pass(30).tokens()).isEqualTo(BOUGHT + CAP + MONTHLY);
            assertThat(shop.pass(31).tokens()).isEqualTo(BOUGHT + CAP + MONTHLY);
        }
    }

    @Test
    void aRefundedRenewalTakesItsTokensAndNoOthers() throws Exception {
        try (SubscribedShop shop = new SubscribedShop(Leftover.rollsOver(CAP))) {
            shop.subscribe().pass(31);
            assertThat(shop.tokens()).isEqualTo(BOUGHT + 2 * MONTHLY);

            shop.sandbox.refunds().make(shop.paidInvoices().get(0));

            assertThat(shop.settle().tokens()).isEqualTo(BOUGHT + MONTHLY);
            assertThat(shop.reconcile().clean()).isTrue();
        }
    }

    @Test
    void aRenewalThatIsNotPaidBringsNothingUntilItIs() throws Exception {
        try (SubscribedShop shop = new SubscribedShop(Leftover.expires())) {
            shop.subscribe();
            shop.sandbox.cards().become(shop.customer(), "4000000000000002");
            assertThat(shop.pass(31).tokens()).isEqualTo(BOUGHT + MONTHLY);

            shop.sandbox.cards().become(shop.customer(), SubscribedShop.CARD);

            assertThat(shop.pass(4).tokens()).isEqualTo(BOUGHT + MONTHLY);
            assertThat(shop.credited()).hasSize(2).containsExactlyInAnyOrderElementsOf(shop.paidInvoices());
        }
    }

    /** Refused on the first day and the fourth, paid on the ninth, and nobody told: three days are looked at. */
    @Test
    void aRenewalThatIsPaidLateAndNotToldIsFoundByTheReconciliationOfThreeDays() throws Exception {
        try (SubscribedShop shop = new SubscribedShop(Leftover.expires())) {
            shop.subscribe();
            shop.sandbox.cards().become(shop.customer(), "4000000000000002");
            shop.pass(31).pass(4);
            shop.sandbox.cards().become(shop.customer(), SubscribedShop.CARD);
            shop.sandbox.webhooks().faults(DeliveryFaults.seeded(1).drop(100));
            assertThat(shop.pass(5).tokens()).isEqualTo(BOUGHT);
            assertThat(shop.paidInvoices()).hasSize(2);

            assertThat(shop.reconcile(3).found()).isEqualTo(1);

            assertThat(shop.tokens()).isEqualTo(BOUGHT + MONTHLY);
            assertThat(shop.credited()).containsExactlyInAnyOrderElementsOf(shop.paidInvoices());
            assertThat(shop.reconcile(3).clean()).isTrue();
        }
    }

    @Test
    void canceledAtTheEndOfItsPeriodItBringsNoMore() throws Exception {
        try (SubscribedShop shop = new SubscribedShop(Leftover.expires())) {
            shop.subscribe();
            shop.stripe
                    .subscriptions()
                    .update(
                            shop.subscription(),
                            SubscriptionUpdateParams.builder()
                                    .setCancelAtPeriodEnd(true)
                                    .build());

            assertThat(shop.pass(30).tokens()).isEqualTo(BOUGHT + MONTHLY);
            assertThat(shop.pass(60).tokens()).isEqualTo(BOUGHT);
            assertThat(shop.invoices()).hasSize(1);
            assertThat(shop.sandbox.events())
                    .last()
                    .satisfies(event -> assertThat(event.type()).isEqualTo("customer.subscription.deleted"));
        }
    }

    /** 16 of 31 days are left: 1,547 of 2,997 for the new plan, less 516 of 999 for the old one. */
    @Test
    void anUpgradeBringsTheShareOfTheRestOfThePeriod() throws Exception {
        try (SubscribedShop shop = new SubscribedShop(Leftover.expires())) {
            shop.subscribe().pass(15);
            String item = shop.stripe
                    .subscriptions()
                    .retrieve(shop.subscription())
                    .getItems()
                    .getData()
                    .get(0)
                    .getId();

            shop.stripe
                    .subscriptions()
                    .update(
                            shop.subscription(),
                            SubscriptionUpdateParams.builder()
                                    .setProrationBehavior(ProrationBehavior.ALWAYS_INVOICE)
                                    .addItem(SubscriptionUpdateParams.Item.builder()
                                            .setId(item)
                                            .setPrice(shop.plus)
                                            .build())
                                    .build());

            assertThat(shop.settle().tokens()).isEqualTo(BOUGHT + MONTHLY + 774);
            assertThat(shop.pass(16 + 4).tokens()).isEqualTo(BOUGHT + 2_000);
            assertThat(shop.credited()).containsExactlyInAnyOrderElementsOf(shop.paidInvoices());
        }
    }
}
