package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.Shop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Outcome.NotOpen;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.Reversal;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Dispute;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.ScriptedGateway;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 110 tokens for 9.99, of which money goes back. */
class ReversalTest {

    private Shop shop = Shop.on(MemoryLedgerStore.create());
    private CheckoutSession session = shop.paid();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aFullRefundTakesEverythingThatWasBought() {
        credit();
        refund("re_1", 999, Refund.Status.SUCCEEDED);
        assertThat(shop.tell("charge.refunded", session)).isEqualTo(Outcome.REVERSED);
        assertThat(shop.balance(ALICE)).isZero();
        assertThat(shop.order(session).reversal()).isEqualTo(new Reversal(999, 999, 0, 110, 110, 1));
        assertThat(shop.order(session).state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void theStatementSaysWhy() {
        credit();
        refund("re_1", 500, Refund.Status.SUCCEEDED);
        shop.tell("charge.refunded", session);
        LedgerEntry entry = newest();
        assertThat(entry.type()).isEqualTo(EntryType.CLAWBACK);
        assertThat(entry.amount()).isEqualTo(-55);
        assertThat(entry.details().reference()).isEqualTo(shop.paymentOf(session));
        assertThat(entry.details().description()).isEqualTo("Refunded: Popular package");
        assertThat(entry.details().metadata())
                .isEqualTo(Map.of("charged_minor", "999", "refunded_minor", "500", "disputed_minor", "0"));
    }

    @Test
    void listenersHearOfIt() {
        credit();
        refund("re_1", 999, Refund.Status.SUCCEEDED);
        shop.tell("charge.refunded", session);
        assertThat(shop.told).extracting(LedgerEntry::type).containsExactly(EntryType.PURCHASE, EntryType.CLAWBACK);
    }

    @Test
    @StripeRule({86, 97})
    void refundsAddUpAndTheLastOneTakesTheRest() {
        credit();
        refund("re_1", 333, Refund.Status.SUCCEEDED);
        shop.tell("charge.refunded", session);
        assertThat(shop.balance(ALICE)).isEqualTo(110 - 36);
        refund("re_2", 333, Refund.Status.SUCCEEDED);
        shop.tell("charge.refunded", session);
        assertThat(shop.balance(ALICE)).isEqualTo(110 - 73);
        refund("re_3", 333, Refund.Status.SUCCEEDED);
        shop.tell("charge.refunded", session);
        assertThat(shop.balance(ALICE)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"charge.refunded", "refund.created", "refund.updated", "charge.refund.updated"})
    @StripeRule({88, 91, 92})
    void whoeverTellsAndHoweverOftenItIsTakenOnce(String type) {
        credit();
        refund("re_1", 500, Refund.Status.SUCCEEDED);
        assertThat(shop.tell(type, session)).isEqualTo(Outcome.REVERSED);
        for (String again : List.of("refund.created", "charge.refunded", "refund.updated", type)) {
            assertThat(shop.tell(again, session)).isEqualTo(Outcome.ALREADY_DONE);
        }
        assertThat(shop.balance(ALICE)).isEqualTo(55);
    }

    @ParameterizedTest
    @CsvSource({"PENDING, FAILED", "PENDING, CANCELED", "SUCCEEDED, FAILED"})
    @StripeRule({89, 90})
    void tokensAreGivenAgainOnceWhenARefundComesToNothing(Refund.Status first, Refund.Status then) {
        credit();
        refund("re_1", 500, first);
        shop.tell("refund.created", session);
        assertThat(shop.balance(ALICE)).isEqualTo(55);
        refund("re_1", 500, then);
        assertThat(shop.tell("refund.failed", session)).isEqualTo(Outcome.REVERSED);
        assertThat(shop.tell("refund.updated", session)).isEqualTo(Outcome.ALREADY_DONE);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
        assertThat(newest().type()).isEqualTo(EntryType.REINSTATE);
        assertThat(newest().details().description()).isEqualTo("Refund failed: Popular package");
    }

    @Test
    @StripeRule(89)
    void aPendingRefundThatSucceedsIsNotTakenAgain() {
        credit();
        refund("re_1", 500, Refund.Status.PENDING);
        shop.tell("refund.created", session);
        refund("re_1", 500, Refund.Status.SUCCEEDED);
        assertThat(shop.tell("refund.updated", session)).isEqualTo(Outcome.ALREADY_DONE);
        assertThat(shop.balance(ALICE)).isEqualTo(55);
    }

    @Test
    @StripeRule(96)
    void aRefundThatOvertakesItsPurchaseIsNettedWithIt() {
        refund("re_1", 999, Refund.Status.SUCCEEDED);
        assertThat(shop.tell("charge.refunded", session)).isEqualTo(Outcome.CREDITED);
        assertThat(shop.balance(ALICE)).isZero();
        assertThat(shop.deliver("completed", session.id())).isEqualTo(Outcome.ALREADY_DONE);
        assertThat(types()).containsExactly(EntryType.CLAWBACK, EntryType.PURCHASE);
    }

    @Test
    @StripeRule({94, 96})
    void aPurchaseWhoseRefundNobodyToldOfIsNettedAsWell() {
        refund("re_1", 999, Refund.Status.SUCCEEDED);
        assertThat(shop.deliver("completed", session.id())).isEqualTo(Outcome.CREDITED);
        assertThat(shop.balance(ALICE)).isZero();
    }

    @Test
    @StripeRule({104, 106})
    void aDisputeTakesAndGivesBackOnceWhenItIsWon() {
        credit();
        dispute("du_1", 999, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN);
        assertThat(shop.tell("charge.dispute.created", session)).isEqualTo(Outcome.REVERSED);
        assertThat(shop.tell("charge.dispute.funds_withdrawn", session)).isEqualTo(Outcome.ALREADY_DONE);
        assertThat(shop.balance(ALICE)).isZero();
        dispute("du_1", 999, Dispute.Status.WON, Dispute.Funds.WITHDRAWN);
        assertThat(shop.tell("charge.dispute.closed", session)).isEqualTo(Outcome.REVERSED);
        dispute("du_1", 999, Dispute.Status.WON, Dispute.Funds.RETURNED);
        assertThat(shop.tell("charge.dispute.funds_reinstated", session)).isEqualTo(Outcome.ALREADY_DONE);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
        assertThat(newest().details().description()).isEqualTo("Dispute ended: Popular package");
    }

    @Test
    @StripeRule(107)
    void aLostDisputeStaysTaken() {
        credit();
        dispute("du_1", 999, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN);
        shop.tell("charge.dispute.created", session);
        dispute("du_1", 999, Dispute.Status.LOST, Dispute.Funds.WITHDRAWN);
        assertThat(shop.tell("charge.dispute.closed", session)).isEqualTo(Outcome.ALREADY_DONE);
        assertThat(shop.balance(ALICE)).isZero();
    }

    @Test
    @StripeRule(105)
    void anInquiryTakesNothingUntilItBecomesAChargeback() {
        credit();
        dispute("du_1", 999, Dispute.Status.INQUIRY, Dispute.Funds.UNTOLD);
        assertThat(shop.tell("charge.dispute.created", session)).isEqualTo(Outcome.ALREADY_DONE);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
        dispute("du_1", 999, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN);
        shop.tell("charge.dispute.funds_withdrawn", session);
        assertThat(shop.balance(ALICE)).isZero();
    }

    @Test
    @StripeRule({109, 110})
    void refundAndDisputeNeverTakeMoreThanWasBought() {
        credit();
        refund("re_1", 400, Refund.Status.SUCCEEDED);
        dispute("du_1", 599, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN);
        dispute("du_2", 999, Dispute.Status.LOST, Dispute.Funds.WITHDRAWN);
        shop.tell("charge.dispute.created", session);
        assertThat(shop.balance(ALICE)).isZero();
        assertThat(shop.economy.ledger().balance(ALICE).debt()).isZero();
        dispute("du_2", 999, Dispute.Status.WON, Dispute.Funds.RETURNED);
        dispute("du_1", 599, Dispute.Status.WON, Dispute.Funds.RETURNED);
        shop.tell("charge.dispute.closed", session);
        assertThat(shop.balance(ALICE)).isEqualTo(110 - 44);
    }

    @Test
    @StripeRule(98)
    void taxesAreInTheBase() {
        shop.gateway.move(
                session.id(),
                s -> ScriptedGateway.copy(s, s.id(), s.metadata(), new CheckoutSession.Amounts(999, 1_199, "usd")));
        CheckoutSession taxed = shop.begin();
        shop.gateway.move(
                taxed.id(),
                s -> ScriptedGateway.copy(s, s.id(), s.metadata(), new CheckoutSession.Amounts(999, 1_199, "usd")));
        shop.gateway.pay(taxed.id());
        shop.deliver("completed", taxed.id());
        shop.gateway.refund(shop.paymentOf(taxed), new Refund("re_1", 999, "usd", Refund.Status.SUCCEEDED, Map.of()));
        shop.tell("charge.refunded", taxed);
        assertThat(shop.balance(ALICE)).isEqualTo(110 - 91);
    }

    @Test
    @StripeRule(101)
    void spentTokensBecomeADebtThatTheNextPurchasePays() {
        credit();
        spend(100);
        refund("re_1", 999, Refund.Status.SUCCEEDED);
        shop.tell("charge.refunded", session);
        assertThat(shop.economy.ledger().balance(ALICE).debt()).isEqualTo(100);
        CheckoutSession next = shop.paid();
        shop.deliver("completed", next.id());
        assertThat(shop.balance(ALICE)).isEqualTo(10);
    }

    @Test
    @StripeRule(101)
    void forgivenTokensStayForgivenWhenTheMoneyComesAgain() {
        other(ClawbackPolicy.FLOOR);
        credit();
        spend(100);
        dispute("du_1", 999, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN);
        shop.tell("charge.dispute.created", session);
        assertThat(shop.economy.ledger().balance(ALICE).debt()).isZero();
        assertThat(shop.order(session).reversal()).isEqualTo(new Reversal(999, 0, 999, 110, 10, 1));
        dispute("du_1", 999, Dispute.Status.WON, Dispute.Funds.RETURNED);
        shop.tell("charge.dispute.closed", session);
        assertThat(shop.balance(ALICE)).isEqualTo(10);
    }

    @Test
    @StripeRule(101)
    void blockingClosesTheAccountForSpends() {
        other(ClawbackPolicy.BLOCK);
        credit();
        spend(100);
        refund("re_1", 999, Refund.Status.SUCCEEDED);
        shop.tell("charge.refunded", session);
        assertThat(shop.economy.ledger().spend(ALICE, 1, IdempotencyKey.of("next")))
                .isInstanceOf(NotOpen.class);
        assertThat(shop.economy.ledger().balance(ALICE).debt()).isEqualTo(100);
    }

    @Test
    @StripeRule(99)
    void aRefundInAnotherCurrencyIsLeftToAPerson() {
        credit();
        shop.gateway.refund(shop.paymentOf(session), new Refund("re_1", 900, "eur", Refund.Status.SUCCEEDED, Map.of()));
        assertThat(shop.tell("charge.refunded", session)).isEqualTo(Outcome.PARKED);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
        assertThat(shop.parked())
                .singleElement()
                .satisfies(parked -> assertThat(parked.reason()).contains("is not in usd"));
    }

    @Test
    void whatIsLeftToAPersonAgainIsListedAgain() {
        credit();
        shop.gateway.refund(shop.paymentOf(session), new Refund("re_1", 900, "eur", Refund.Status.SUCCEEDED, Map.of()));
        shop.tell("charge.refunded", session);
        refund("re_1", 500, Refund.Status.SUCCEEDED);
        assertThat(shop.tell("charge.refunded", session)).isEqualTo(Outcome.REVERSED);
        assertThat(shop.parked()).isEmpty();
        shop.gateway.refund(shop.paymentOf(session), new Refund("re_2", 90, "eur", Refund.Status.SUCCEEDED, Map.of()));
        assertThat(shop.tell("charge.refunded", session)).isEqualTo(Outcome.PARKED);
        assertThat(shop.parked()).hasSize(1);
        assertThat(shop.toldParked).hasSize(2);
    }

    @Test
    void moneyBackOfAPaymentThatChargedNothingIsLeftToAPerson() {
        CheckoutSession odd = shop.begin();
        shop.gateway.move(
                odd.id(),
                s -> ScriptedGateway.copy(s, s.id(), s.metadata(), new CheckoutSession.Amounts(999, 0, "usd")));
        shop.gateway.pay(odd.id());
        shop.deliver("completed", odd.id());
        shop.gateway.refund(shop.paymentOf(odd), new Refund("re_1", 999, "usd", Refund.Status.SUCCEEDED, Map.of()));
        assertThat(shop.tell("charge.refunded", odd)).isEqualTo(Outcome.PARKED);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
        assertThat(shop.parked())
                .singleElement()
                .satisfies(parked -> assertThat(parked.reason()).contains("charged nothing"));
    }

    /** A dispute is won and a smaller refund made before anybody tells: more tokens come back than go. */
    @Test
    void ofTwoCausesTheOneIsNamedThatExplainsTheEntry() {
        credit();
        dispute("du_1", 999, Dispute.Status.OPEN, Dispute.Funds.WITHDRAWN);
        shop.tell("charge.dispute.created", session);
        dispute("du_1", 999, Dispute.Status.WON, Dispute.Funds.RETURNED);
        refund("re_1", 500, Refund.Status.SUCCEEDED);
        shop.tell("charge.refunded", session);
        assertThat(newest().amount()).isEqualTo(55);
        assertThat(newest().details().description()).isEqualTo("Dispute ended: Popular package");
    }

    @Test
    void aParkedPaymentThatIsRefundedNeedsNobodyAnyMore() {
        shop.gateway.move(
                session.id(),
                s -> ScriptedGateway.copy(s, s.id(), s.metadata(), new CheckoutSession.Amounts(1, 1, "usd")));
        assertThat(shop.deliver("completed", session.id())).isEqualTo(Outcome.PARKED);
        assertThat(shop.parked()).hasSize(1);
        refund("re_1", 999, Refund.Status.SUCCEEDED);
        assertThat(shop.tell("charge.refunded", session)).isEqualTo(Outcome.FAILED);
        assertThat(shop.parked()).isEmpty();
        assertThat(shop.balance(ALICE)).isZero();
    }

    @Test
    @StripeRule(69)
    void aCreditedPaymentIsFoundWhateverItsMetadataSaysNow() {
        credit();
        shop.gateway.move(session.id(), s -> ScriptedGateway.copy(s, s.id(), Map.of(), s.amounts()));
        refund("re_1", 999, Refund.Status.SUCCEEDED);
        assertThat(shop.tell("charge.refunded", session)).isEqualTo(Outcome.REVERSED);
        assertThat(shop.balance(ALICE)).isZero();
    }

    @Test
    void paymentsOfOthersAreLeftAlone() {
        assertThat(shop.receive("charge.refunded pi_of_somebody_else")).isEqualTo(Outcome.IGNORED);
        assertThat(shop.receive("charge.refunded " + shop.paymentOf(session) + " live"))
                .isEqualTo(Outcome.IGNORED);
    }

    /** Read before, told after a newer answer was booked: without the count of readings it would win. */
    @Test
    @StripeRule(28)
    void anAnswerThatWasOvertakenIsAskedForAgain() {
        credit();
        refund("re_1", 500, Refund.Status.SUCCEEDED);
        AtomicInteger reads = new AtomicInteger();
        shop.gateway.afterPaymentRead(payment -> {
            if (reads.getAndIncrement() == 0) {
                refund("re_2", 499, Refund.Status.SUCCEEDED);
                shop.tell("charge.refunded", session);
            }
        });
        shop.tell("refund.created", session);
        assertThat(shop.balance(ALICE)).isZero();
        assertThat(types()).containsExactly(EntryType.CLAWBACK, EntryType.PURCHASE);
    }

    /** The newer answer equals what is booked, so that only the count of readings tells that the older one is old. */
    @Test
    void anOvertakenAnswerDoesNotWinOverOneThatChangedNothing() {
        credit();
        refund("re_1", 500, Refund.Status.PENDING);
        AtomicInteger reads = new AtomicInteger();
        shop.gateway.afterPaymentRead(payment -> {
            if (reads.getAndIncrement() == 0) {
                refund("re_1", 500, Refund.Status.FAILED);
                shop.tell("refund.failed", session);
            }
        });
        shop.tell("refund.created", session);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
    }

    @Test
    void whoIsOvertakenForEverSaysSo() {
        credit();
        refund("re_1", 500, Refund.Status.SUCCEEDED);
        AtomicInteger depth = new AtomicInteger();
        shop.gateway.afterPaymentRead(payment -> {
            if (depth.getAndIncrement() == 0) {
                shop.gateway.afterPaymentRead(again -> {});
                shop.tell("charge.refunded", session);
            }
            depth.set(0);
            shop.gateway.afterPaymentRead(next -> overtake());
        });
        assertThatThrownBy(() -> shop.tell("refund.created", session))
                .isInstanceOfSatisfying(
                        PaymentException.class, e -> assertThat(e.retryable()).isTrue())
                .hasMessageContaining("looked at by too many at once");
        assertThat(shop.balance(ALICE)).isEqualTo(55);
    }

    private void overtake() {
        shop.gateway.afterPaymentRead(again -> {});
        shop.tell("charge.refunded", session);
        shop.gateway.afterPaymentRead(next -> overtake());
    }

    private void other(ClawbackPolicy policy) {
        shop.close();
        shop = Shop.on(MemoryLedgerStore.create(), builder -> builder.clawback(policy));
        session = shop.paid();
    }

    private void credit() {
        assertThat(shop.deliver("completed", session.id())).isEqualTo(Outcome.CREDITED);
    }

    private void spend(long tokens) {
        shop.economy.ledger().spend(ALICE, tokens, IdempotencyKey.of("spend")).orElseThrow();
    }

    private void refund(String id, long amount, Refund.Status status) {
        shop.gateway.refund(shop.paymentOf(session), new Refund(id, amount, "usd", status, Map.of()));
    }

    private void dispute(String id, long amount, Dispute.Status status, Dispute.Funds funds) {
        shop.gateway.dispute(shop.paymentOf(session), new Dispute(id, amount, "usd", status, funds));
    }

    private LedgerEntry newest() {
        return shop.economy.ledger().statement(ALICE, 1, null).entries().get(0);
    }

    private List<EntryType> types() {
        return shop.economy.ledger().statement(ALICE, 100, null).entries().stream()
                .map(LedgerEntry::type)
                .toList();
    }
}
