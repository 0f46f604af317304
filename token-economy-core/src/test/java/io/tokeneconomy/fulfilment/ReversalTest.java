package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.Reversal;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.ScriptedSessions;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 110 tokens for 9.99, of which money goes back. */
class ReversalTest extends ReversalCase {

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
    @StripeRule(98)
    void taxesAreInTheBase() {
        shop.gateway.move(
                session.id(),
                s -> ScriptedSessions.copy(s, s.id(), s.metadata(), new CheckoutSession.Amounts(999, 1_199, "usd")));
        CheckoutSession taxed = shop.begin();
        shop.gateway.move(
                taxed.id(),
                s -> ScriptedSessions.copy(s, s.id(), s.metadata(), new CheckoutSession.Amounts(999, 1_199, "usd")));
        shop.gateway.pay(taxed.id());
        shop.deliver("completed", taxed.id());
        shop.gateway.refund(shop.paymentOf(taxed), new Refund("re_1", 999, "usd", Refund.Status.SUCCEEDED, Map.of()));
        shop.tell("charge.refunded", taxed);
        assertThat(shop.balance(ALICE)).isEqualTo(110 - 91);
    }

    @Test
    @StripeRule(69)
    void aCreditedPaymentIsFoundWhateverItsMetadataSaysNow() {
        credit();
        shop.gateway.move(session.id(), s -> ScriptedSessions.copy(s, s.id(), Map.of(), s.amounts()));
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
}
