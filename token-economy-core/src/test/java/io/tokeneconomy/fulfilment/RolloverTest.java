package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.catalog.Leftover;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Invoice;
import io.tokeneconomy.payment.Invoice.Line;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Tokens that stay at a renewal, up to a cap. */
class RolloverTest extends SubscriptionCase {

    private static final int CAP = 600;
    private static final Instant MIDDLE = START.plus(Duration.ofDays(15));

    private void rolling() {
        other(shop(BASIC.withLeftover(Leftover.rollsOver(CAP)), PLUS));
    }

    @Test
    void whatIsLeftStaysUpToTheCapInTheCommitOfTheRenewal() {
        rolling();
        shop.deliver("completed", shop.paid().id());
        CheckoutSession session = subscribe();
        paid(begin(session));
        spend("some", 100);
        paid(renew(session, 1));
        assertThat(balance()).isEqualTo(110 + 400 + 500);

        int before = shop.told.size();
        paid(renew(session, 2));

        assertThat(shop.told.subList(before, shop.told.size()))
                .extracting(entry -> entry.type() + " " + entry.amount())
                .containsExactly("PURCHASE 500", "EXPIRE -300");
        assertThat(balance()).isEqualTo(110 + CAP + 500);
        assertThat(shop.economy.audit().verify(ALICE)).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void renewedTokensAreSpentBeforeBoughtOnes() {
        rolling();
        shop.deliver("completed", shop.paid().id());
        paid(begin(subscribe()));
        spend("most", 450);
        shop.setTime(month(30));

        assertThat(balance()).isEqualTo(160);
        assertThat(types()).containsExactly(EntryType.SPEND, EntryType.PURCHASE, EntryType.PURCHASE);
        assertThat(shop.economy.ledger().balance(ALICE).available()).isEqualTo(110 + 50);
    }

    @Test
    void twoSubscriptionsDoNotCutEachOther() {
        rolling();
        CheckoutSession one = subscribe();
        CheckoutSession two = subscribe();
        for (CheckoutSession session : List.of(one, two)) {
            paid(begin(session));
        }
        for (int month = 1; month <= 2; month++) {
            paid(stripe().put(stripe().invoice("in_one_" + month, Invoice.Reason.CYCLE, one, List.of(basic(month)))));
        }

        assertThat(balance()).isEqualTo(500 + CAP + 500);
    }

    /** The period that is upgraded is not over: what is left of it was paid for until its end. */
    @Test
    void anUpgradeWithinAPeriodCutsNothingOfIt() {
        rollingWithSmallCaps();
        CheckoutSession session = subscribe();
        paid(begin(session));
        shop.setTime(MIDDLE);

        paid(upgrade(session));

        assertThat(balance()).isEqualTo(500 + 749);
        shop.setTime(month(1));
        paid(renew(session, 1, plus(1)));
        assertThat(balance()).isEqualTo(100 + 2_000);
    }

    @Test
    void anUpgradeThatIsToldAfterTheRenewalEndsInTheSameTokens() {
        rollingWithSmallCaps();
        CheckoutSession session = subscribe();
        paid(begin(session));
        paid(renew(session, 1, plus(1)));

        paid(upgrade(session));

        assertThat(balance()).isEqualTo(100 + 2_000);
    }

    private void rollingWithSmallCaps() {
        Leftover few = Leftover.rollsOver(100);
        other(shop(BASIC.withLeftover(few), PLUS.withLeftover(few)));
    }

    /** Half of the new plan, less half of the old one. */
    private Invoice upgrade(CheckoutSession session) {
        return stripe().put(stripe().invoice(
                        "in_up",
                        Invoice.Reason.UPDATE,
                        session,
                        List.of(
                                new Line("price_plus", 1_498, 1, true, MIDDLE, month(1)),
                                new Line("price_basic", -499, 1, true, MIDDLE, month(1)))));
    }

    /** Any order, any number of deliveries of five periods, spends aside: the same tokens in the end. */
    @Property(tries = 150)
    @StripeRule({115, 118})
    void ordersAndRepetitionsEndInTheSameTokens(@ForAll("deliveries") List<Integer> deliveries) {
        rolling();
        CheckoutSession session = subscribe();
        List<Invoice> invoices = new ArrayList<>(List.of(begin(session)));
        for (int month = 1; month < 5; month++) {
            invoices.add(renew(session, month));
        }
        try {
            for (int delivery : deliveries) {
                shop.receive((delivery % 2 == 0 ? "invoice.paid " : "invoice.payment_succeeded ")
                        + invoices.get(delivery % 5).id());
            }
            invoices.forEach(invoice -> assertThat(paid(invoice)).isIn(Outcome.CREDITED, Outcome.ALREADY_DONE));

            assertThat(balance()).isEqualTo(500 + CAP);
            assertThat(types().stream().filter(EntryType.PURCHASE::equals)).hasSize(5);
            assertThat(shop.economy.audit().verify(ALICE)).isInstanceOf(Verification.Intact.class);
        } finally {
            shop.close();
        }
    }

    @Provide
    Arbitrary<List<Integer>> deliveries() {
        return Arbitraries.integers().between(0, 9).list().ofMaxSize(12);
    }
}
