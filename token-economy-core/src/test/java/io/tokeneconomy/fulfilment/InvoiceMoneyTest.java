package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.checkout.RefundAmount;
import io.tokeneconomy.checkout.RefundResult;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Dispute;
import io.tokeneconomy.payment.Invoice;
import io.tokeneconomy.payment.Invoice.Reason;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.ScriptedSubscriptions;
import io.tokeneconomy.reconcile.ParkedResult;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invoices whose money goes back, or does not fit. */
class InvoiceMoneyTest extends SubscriptionCase {

    @Test
    void aRefundTakesTheTokensOfItsInvoiceOnly() {
        CheckoutSession session = subscribe();
        paid(begin(session));
        shop.setTime(month(1));
        Invoice second = renew(session, 1);
        paid(second);
        refund(second, 333);

        assertThat(shop.receive("charge.refunded pi_" + second.id())).isEqualTo(Outcome.REVERSED);
        assertThat(shop.receive("charge.refunded pi_" + second.id())).isEqualTo(Outcome.ALREADY_DONE);

        assertThat(balance()).isEqualTo(1_000 - 166);
    }

    @ParameterizedTest
    @CsvSource({"600, 300", "300, 150", "1, 0"})
    void whatTheBuyersBalancePaidIsNotRefundedWithTheCard(long refunded, long tokens) {
        Invoice invoice = stripe().put(partlyFromBalance(
                stripe().invoice("in_balance", Reason.CREATE, subscribe(), List.of(basic(0)))));
        paid(invoice);
        refund(invoice, refunded);

        shop.receive("charge.refunded pi_" + invoice.id());

        assertThat(balance()).isEqualTo(500 - tokens);
    }

    @Test
    void aRefundOfTokensCostsWhatTheyDidAndNoMoreThanTheCardPaid() {
        Invoice invoice = stripe().put(partlyFromBalance(
                stripe().invoice("in_balance", Reason.CREATE, subscribe(), List.of(basic(0)))));
        paid(invoice);
        OrderId order =
                new OrderId(Objects.requireNonNull(shop.told.get(0).purchase()).orderId());

        RefundResult tooMany =
                shop.economy.refunds().refund(order, RefundAmount.ofTokens(400), IdempotencyKey.of("too-many"));
        shop.economy.refunds().refund(order, RefundAmount.ofTokens(100), IdempotencyKey.of("some"));

        assertThat(tooMany).isEqualTo(new RefundResult.Refused(RefundResult.Reason.TOO_MUCH, 600));
        assertThat(shop.gateway.peek("pi_in_balance").refunds())
                .extracting(Refund::amountMinor)
                .containsExactly(200L);
        assertThat(balance()).isEqualTo(400);
    }

    @Test
    void aRefundThatComesBeforeItsInvoiceIsNetted() {
        Invoice invoice = begin(subscribe());
        refund(invoice, 999);

        assertThat(shop.receive("refund.created pi_" + invoice.id())).isEqualTo(Outcome.CREDITED);
        assertThat(paid(invoice)).isEqualTo(Outcome.ALREADY_DONE);

        assertThat(balance()).isZero();
    }

    @Test
    void aDisputeThatIsWonGivesBackWhatItTookEvenAfterThePeriod() {
        shop.deliver("completed", shop.paid().id());
        Invoice invoice = begin(subscribe());
        paid(invoice);
        spend("all-of-the-month", 500);
        dispute(invoice, Dispute.Status.OPEN);
        shop.receive("charge.dispute.created pi_" + invoice.id());
        assertThat(shop.economy.ledger().balance(ALICE).settled()).isEqualTo(110 - 500);
        shop.setTime(month(3));
        dispute(invoice, Dispute.Status.WON);

        assertThat(shop.receive("charge.dispute.closed pi_" + invoice.id())).isEqualTo(Outcome.REVERSED);

        assertThat(balance()).isEqualTo(110);
        shop.setTime(month(9));
        assertThat(balance()).isEqualTo(110);
    }

    @Test
    void ourOwnRefundCallKnowsInvoices() {
        CheckoutSession session = subscribe();
        paid(begin(session));
        OrderId order =
                new OrderId(Objects.requireNonNull(shop.told.get(0).purchase()).orderId());

        RefundResult refunded =
                shop.economy.refunds().refund(order, RefundAmount.everything(), IdempotencyKey.of("all"));

        assertThat(refunded).isInstanceOf(RefundResult.Refunded.class);
        assertThat(balance()).isZero();
    }

    @Test
    @StripeRule(117)
    void handMadeAndFreeInvoicesAreTheHosts() {
        CheckoutSession session = subscribe();
        Invoice manual = stripe().put(stripe().invoice("in_hand", Reason.OTHER, session, List.of(basic(0))));
        Invoice trial = stripe().put(stripe().invoice(
                        "in_trial",
                        Reason.CREATE,
                        session,
                        List.of(ScriptedSubscriptions.line("price_basic", 0, month(0), month(1)))));

        assertThat(paid(manual)).isEqualTo(Outcome.IGNORED);
        assertThat(paid(trial)).isEqualTo(Outcome.IGNORED);
        assertThat(shop.receive("invoice.paid in_nobody_knows")).isEqualTo(Outcome.IGNORED);

        assertThat(balance()).isZero();
        assertThat(shop.parked()).isEmpty();
    }

    @Test
    @StripeRule(117)
    void aWholePeriodForNothingIsTheSellersChoice() {
        CheckoutSession session = subscribe();
        Invoice free = free(begin(session));
        stripe().put(free);
        assertThat(paid(free)).isEqualTo(Outcome.CREDITED);

        other(shop(builder -> builder.creditFree(false), BASIC, PLUS));
        Invoice unwanted = free(begin(subscribe()));
        stripe().put(unwanted);
        assertThat(paid(unwanted)).isEqualTo(Outcome.PARKED);
        assertThat(balance()).isZero();
    }

    @Test
    void foreignInvoicesAreLeftToTheHost() {
        CheckoutSession session = subscribe();
        Invoice foreign = stripe().put(metadata(begin(session), Map.of("plan", "gold")));

        assertThat(paid(foreign)).isEqualTo(Outcome.IGNORED);
        assertThat(shop.receive("invoice.paid " + foreign.id() + " without-metadata"))
                .isEqualTo(Outcome.IGNORED);
        assertThat(balance()).isZero();
    }

    @Test
    void anInvoiceOfAnUnknownOrderIsToldAgain() {
        CheckoutSession session = subscribe();
        Map<String, String> metadata = new HashMap<>(session.metadata());
        metadata.put("order_id", "ord_" + "0".repeat(32));
        Invoice invoice = stripe().put(metadata(begin(session), metadata));

        assertThatThrownBy(() -> paid(invoice)).isInstanceOf(UnknownOrderException.class);
    }

    @Test
    void anInvoiceOfOursThatTheProviderDoesNotKnowIsToldAgain() {
        assertThatThrownBy(() -> shop.receive("invoice.paid in_not_yet ours"))
                .isInstanceOf(UnknownOrderException.class)
                .hasMessageContaining("in_not_yet");
    }

    @Test
    void moneyThatDoesNotFitIsParkedReleasedAndRefunded() {
        CheckoutSession session = subscribe();
        Invoice odd = stripe().begin(session, ScriptedSubscriptions.line("price_x", 777, month(0), month(1)));

        assertThat(paid(odd)).isEqualTo(Outcome.PARKED);
        assertThat(paid(odd)).isEqualTo(Outcome.PARKED);
        assertThat(shop.parked()).singleElement().satisfies(parked -> {
            assertThat(parked.sessionId()).isEqualTo(odd.id());
            assertThat(parked.amountMinor()).isEqualTo(777);
            assertThat(parked.reason()).contains("no line");
        });
        assertThat(shop.economy.parked().release(odd.id(), ALICE, 70, new Audit("ann", "agreed")))
                .isInstanceOf(ParkedResult.Released.class);
        assertThat(balance()).isEqualTo(70);
        assertThat(paid(odd)).isEqualTo(Outcome.ALREADY_DONE);
        refund(odd, 777);
        assertThat(shop.receive("charge.refunded pi_" + odd.id())).isEqualTo(Outcome.REVERSED);
        assertThat(balance()).isZero();
    }

    @Test
    void aParkedInvoiceCanBeGivenBack() {
        CheckoutSession session = subscribe();
        Map<String, String> metadata = new HashMap<>(session.metadata());
        metadata.put("user_id", "bob");
        Invoice odd = stripe().put(metadata(begin(session), metadata));
        assertThat(paid(odd)).isEqualTo(Outcome.PARKED);

        assertThat(shop.economy.parked().refund(odd.id())).isInstanceOf(ParkedResult.Refunded.class);

        assertThat(shop.parked()).isEmpty();
        assertThat(balance()).isZero();
    }

    @Test
    void anInvoicePaidBySeveralPaymentsIsParked() {
        Invoice odd = stripe().put(payments(begin(subscribe()), List.of("pi_a", "pi_b")));

        assertThat(paid(odd)).isEqualTo(Outcome.PARKED);
        assertThat(shop.parked().get(0).reason()).contains("several payments");
    }

    private void refund(Invoice invoice, long amount) {
        shop.gateway.refund(
                "pi_" + invoice.id(), new Refund("re_" + amount, amount, "usd", Refund.Status.SUCCEEDED, Map.of()));
    }

    private void dispute(Invoice invoice, Dispute.Status status) {
        shop.gateway.dispute("pi_" + invoice.id(), new Dispute("du_1", 999, "usd", status, Dispute.Funds.UNTOLD));
    }

    /** 10.00 with its tax, of which 6.00 by card. */
    private static Invoice partlyFromBalance(Invoice i) {
        return changed(i, 1_000, 600, i.payments(), i.metadata());
    }

    private static Invoice free(Invoice i) {
        return changed(i, 0, List.of(), i.metadata());
    }

    private static Invoice metadata(Invoice i, Map<String, String> metadata) {
        return changed(i, i.amountPaid(), i.payments(), metadata);
    }

    private static Invoice payments(Invoice i, List<String> payments) {
        return changed(i, i.amountPaid(), payments, i.metadata());
    }

    private static Invoice changed(Invoice i, long amountPaid, List<String> payments, Map<String, String> metadata) {
        return changed(i, amountPaid, amountPaid, payments, metadata);
    }

    private static Invoice changed(
            Invoice i, long total, long amountPaid, List<String> payments, Map<String, String> metadata) {
        return new Invoice(
                i.id(),
                i.mode(),
                i.paid(),
                i.reason(),
                i.currency(),
                i.subtotal(),
                total,
                amountPaid,
                i.subscriptionId(),
                i.customerId(),
                payments,
                i.reversed(),
                metadata,
                i.lines(),
                i.createdAt());
    }
}
