package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static io.tokeneconomy.Shop.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.catalog.UnknownPlanException;
import io.tokeneconomy.checkout.Confirmation;
import io.tokeneconomy.ledger.Funding;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LotTerms;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Invoice;
import io.tokeneconomy.payment.ScriptedSessions;
import io.tokeneconomy.payment.ScriptedSubscriptions;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tokens of a subscription: one credit for each invoice that is paid. */
class SubscriptionTest extends SubscriptionCase {

    @Test
    @StripeRule(115)
    void theFirstInvoiceIsCreditedByTheInvoiceAlone() {
        CheckoutSession session = subscribe();
        Invoice invoice = begin(session);

        assertThat(shop.deliver("completed", session.id())).isEqualTo(Outcome.IGNORED);
        assertThat(balance()).isZero();
        assertThat(paid(invoice)).isEqualTo(Outcome.CREDITED);
        assertThat(shop.receive("invoice.payment_succeeded " + invoice.id())).isEqualTo(Outcome.ALREADY_DONE);
        assertThat(shop.deliver("completed", session.id())).isEqualTo(Outcome.IGNORED);
        assertThat(balance()).isEqualTo(500);
        assertThat(shop.parked()).isEmpty();
    }

    @Test
    @StripeRule(115)
    void theSuccessPageCreditsTheInvoiceOfItsCheckout() {
        CheckoutSession session = subscribe();
        assertThat(shop.economy.checkout().confirm(ALICE, session.id()).status())
                .isEqualTo(Confirmation.Status.OPEN);
        Invoice invoice = begin(session);

        Confirmation confirmed = shop.economy.checkout().confirm(ALICE, session.id());

        assertThat(confirmed.status()).isEqualTo(Confirmation.Status.CREDITED);
        assertThat(confirmed.order().orElseThrow().state()).isEqualTo(OrderState.PAID);
        assertThat(shop.economy.checkout().confirm(ALICE, session.id()).status())
                .isEqualTo(Confirmation.Status.ALREADY_DONE);
        assertThat(shop.economy.checkout().confirm(BOB, session.id()).status()).isEqualTo(Confirmation.Status.UNKNOWN);
        assertThat(paid(invoice)).isEqualTo(Outcome.ALREADY_DONE);
        assertThat(balance()).isEqualTo(500);
    }

    @Test
    void aSubscriptionWhoseInvoiceIsNotThereYetIsPending() {
        CheckoutSession session = subscribe();
        begin(session);
        stripe().move("in_" + session.id(), invoice -> unpaid(invoice));

        assertThat(shop.economy.checkout().confirm(ALICE, session.id()).status())
                .isEqualTo(Confirmation.Status.PENDING);
        assertThat(balance()).isZero();
    }

    @Test
    @StripeRule(119)
    void tokensEndWithTheirPeriodWhichTheInvoiceSays() {
        Invoice invoice = begin(subscribe());
        paid(invoice);

        LedgerEntry entry = shop.told.get(0);

        assertThat(entry.movement().effects().terms())
                .isEqualTo(new LotTerms(month(1).plus(Duration.ofDays(3)), -1, Funding.PAID));
        assertThat(entry.details().metadata())
                .containsEntry("period_start", month(0).toString())
                .containsEntry("period_end", month(1).toString());
        assertThat(Objects.requireNonNull(entry.purchase()).sessionId()).isEqualTo(invoice.id());
        shop.setTime(month(1).plus(Duration.ofDays(3)));
        assertThat(balance()).isZero();
    }

    @Test
    @StripeRule(118)
    void eventsInAnyOrderEndInTheSameBalance() {
        CheckoutSession session = subscribe();
        Invoice first = begin(session);
        Invoice second = renew(session, 1);

        assertThat(shop.receive("customer.subscription.updated sub_1")).isEqualTo(Outcome.IGNORED);
        assertThat(paid(second)).isEqualTo(Outcome.CREDITED);
        assertThat(shop.receive("customer.subscription.created sub_1")).isEqualTo(Outcome.IGNORED);
        assertThat(paid(first)).isEqualTo(Outcome.CREDITED);
        assertThat(paid(second)).isEqualTo(Outcome.ALREADY_DONE);

        assertThat(balance()).isEqualTo(1_000);
    }

    @Test
    void boughtTokensOutliveEveryRenewal() {
        shop.deliver("completed", shop.paid().id());
        CheckoutSession session = subscribe();
        paid(begin(session));
        spend("some", 100);
        for (int month = 1; month <= 3; month++) {
            shop.setTime(month(month));
            assertThat(paid(renew(session, month))).isEqualTo(Outcome.CREDITED);
            shop.setTime(month(month).plus(Duration.ofDays(4)));
            assertThat(balance()).isEqualTo(110 + 500);
        }
        shop.setTime(month(6));

        assertThat(balance()).isEqualTo(110);
    }

    @Test
    void anInvoiceThatIsCreditedAfterItsPeriodLastsAsLongAsOne() {
        CheckoutSession session = subscribe();
        Invoice invoice = begin(session);
        shop.setTime(month(3));

        assertThat(paid(invoice)).isEqualTo(Outcome.CREDITED);

        shop.setTime(month(3).plus(Duration.ofDays(29)));
        assertThat(balance()).isEqualTo(500);
        shop.setTime(month(3).plus(Duration.ofDays(31)));
        assertThat(balance()).isZero();
    }

    @Test
    void anAbandonedCheckoutClosesItsOrder() {
        CheckoutSession session = subscribe();
        shop.gateway.move(
                session.id(),
                open -> ScriptedSessions.with(
                        open, CheckoutSession.Status.EXPIRED, CheckoutSession.PaymentStatus.UNPAID));

        assertThat(shop.deliver("expired", session.id())).isEqualTo(Outcome.EXPIRED);

        assertThat(shop.order(session).state()).isEqualTo(OrderState.EXPIRED);
    }

    @Test
    @StripeRule(117)
    void aTrialEndsTheOrderThatBeganItAndLaterInvoicesAreCredited() {
        CheckoutSession session = subscribe();
        Invoice trial = stripe().begin(session, ScriptedSubscriptions.line("price_basic", 0, month(0), month(1)));

        assertThat(paid(trial)).as("the host's, too").isEqualTo(Outcome.IGNORED);
        assertThat(shop.order(session).state()).isEqualTo(OrderState.EXPIRED);
        assertThat(paid(trial)).isEqualTo(Outcome.IGNORED);
        assertThat(paid(renew(session, 1))).isEqualTo(Outcome.CREDITED);

        assertThat(balance()).isEqualTo(500);
        assertThat(shop.order(session).state()).isEqualTo(OrderState.EXPIRED);
    }

    @Test
    void anUnknownPlanIsRefused() {
        assertThatThrownBy(() -> shop.economy.checkout().subscribe(ALICE, "popular"))
                .isInstanceOf(UnknownPlanException.class)
                .hasMessage("unknown plan \"popular\", the catalog has: basic, plus");
    }

    private static Invoice unpaid(Invoice i) {
        return new Invoice(
                i.id(),
                i.mode(),
                false,
                i.reason(),
                i.currency(),
                i.subtotal(),
                i.total(),
                0,
                i.subscriptionId(),
                i.customerId(),
                i.payments(),
                i.reversed(),
                i.metadata(),
                i.lines(),
                i.createdAt());
    }
}
