package io.tokeneconomy.reconcile;

import static io.tokeneconomy.Shop.ALICE;
import static io.tokeneconomy.Shop.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.ScriptedSessions;
import io.tokeneconomy.reconcile.ParkedResult.Dismissed;
import io.tokeneconomy.reconcile.ParkedResult.Reason;
import io.tokeneconomy.reconcile.ParkedResult.Refunded;
import io.tokeneconomy.reconcile.ParkedResult.Refused;
import io.tokeneconomy.reconcile.ParkedResult.Released;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A payment that does not fit its order, and that a person decided about elsewhere. */
class DismissedPaymentsTest {

    private static final Audit AUDIT = new Audit("carol", "given back in cash, ticket 8");

    private final LedgerStore store = MemoryLedgerStore.create();
    private final Shop shop = Shop.on(store);
    private final CheckoutSession session = shop.begin();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void isOffTheListAndSaysWhoDecidedIt() {
        park();

        Dismissed dismissed = (Dismissed) dismiss();

        assertThat(dismissed.payment().dismissal()).isEqualTo(AUDIT);
        assertThat(shop.parked()).isEmpty();
        assertThat(kept()).isEqualTo(dismissed.payment());
        assertThat(shop.order(session).state()).isEqualTo(OrderState.FAILED);
        assertThat(shop.balance(ALICE)).isZero();
        assertThat(shop.economy.parked().dismiss(session.id(), new Audit("dave", "again")))
                .isEqualTo(dismissed);
    }

    @Test
    void isNotCreditedByItselfShouldItFitOneDay() {
        park();
        dismiss();
        shop.gateway.move(
                session.id(), paid -> ScriptedSessions.copy(paid, paid.id(), paid.metadata(), session.amounts()));

        assertThat(shop.deliver("completed", session.id())).isEqualTo(Outcome.PARKED);

        assertThat(shop.balance(ALICE)).isZero();
        assertThat(shop.parked()).isEmpty();
        assertThat(reconciled(shop).found()).isZero();
    }

    /** An earlier system has credited it; a shop that credits such sales from now on must not do it again. */
    @Test
    void anEarlierSystemsSaleIsNotCreditedOnceTheHostWantsThem() {
        earlierSale(shop);
        assertThat(shop.deliver("completed", session.id())).isEqualTo(Outcome.PARKED);
        dismiss();
        try (Shop later = Shop.on(store, builder -> builder.creditEarlier(true))) {
            later.begin();
            earlierSale(later);
            assertThat(later.deliver("completed", session.id())).isEqualTo(Outcome.PARKED);
            assertThat(reconciled(later).found()).isZero();
            assertThat(later.balance(ALICE)).isZero();
        }
    }

    @Test
    void aSaleThatCostNothingMayBeDismissed() {
        try (Shop strict = Shop.on(MemoryLedgerStore.create(), builder -> builder.creditFree(false))) {
            CheckoutSession free = strict.begin();
            strict.gateway.move(
                    free.id(), open -> ScriptedSessions.with(open, Status.COMPLETE, PaymentStatus.NO_PAYMENT_REQUIRED));
            strict.deliver("completed", free.id());
            assertThat(strict.economy.parked().dismiss(free.id(), AUDIT)).isInstanceOf(Dismissed.class);
            assertThat(strict.parked()).isEmpty();
        }
    }

    @Test
    void doesNotComeBackWhenItsMoneyIsLookedAt() {
        park();
        dismiss();
        back(300);
        assertThat(shop.tell("charge.refunded", session)).isEqualTo(Outcome.PARKED);
        assertThat(shop.parked()).isEmpty();
        assertThat(kept().dismissal()).isEqualTo(AUDIT);
    }

    @Test
    void mayStillBeReleased() {
        park();
        dismiss();
        assertThat(shop.economy.parked().release(session.id(), BOB, 7, AUDIT)).isInstanceOf(Released.class);
        assertThat(shop.balance(BOB)).isEqualTo(7);
        assertThat(dismiss()).isEqualTo(new Refused(Reason.CREDITED));
    }

    /** From then on its tokens are here, so that trouble with its money is for a person again. */
    @Test
    void isListedAgainWhenItsTokensCannotFollowItsMoneyAfterARelease() {
        park();
        dismiss();
        shop.economy.parked().release(session.id(), BOB, 7, AUDIT);
        shop.gateway.refund(shop.paymentOf(session), new Refund("re_1", 300, "eur", Refund.Status.SUCCEEDED, Map.of()));

        assertThat(shop.tell("charge.refunded", session)).isEqualTo(Outcome.PARKED);

        assertThat(shop.parked()).extracting(ParkedPayment::sessionId).containsExactly(session.id());
    }

    @Test
    void mayStillBeRefunded() {
        park();
        dismiss();
        assertThat(shop.economy.parked().refund(session.id())).isInstanceOf(Refunded.class);
    }

    @Test
    void whatIsDoneOrUnknownIsNotDismissed() {
        assertThat(dismiss()).isEqualTo(new Refused(Reason.NOT_PARKED));
        park();
        back(999);
        shop.tell("charge.refunded", session);
        assertThat(dismiss()).isEqualTo(new Refused(Reason.REFUNDED));
    }

    private ParkedResult dismiss() {
        return shop.economy.parked().dismiss(session.id(), AUDIT);
    }

    private ParkedPayment kept() {
        return store.read(Scope.NOTHING.session(session.id()))
                .parked(session.id())
                .orElseThrow();
    }

    private void park() {
        shop.gateway.pay(session.id());
        shop.gateway.move(
                session.id(),
                paid -> ScriptedSessions.copy(paid, paid.id(), paid.metadata(), new Amounts(1, 1, "usd")));
        assertThat(shop.deliver("completed", session.id())).isEqualTo(Outcome.PARKED);
    }

    private void back(long minor) {
        shop.gateway.refund(
                shop.paymentOf(session), new Refund("re_1", minor, "usd", Refund.Status.SUCCEEDED, Map.of()));
    }

    private void earlierSale(Shop where) {
        Map<String, String> metadata =
                Map.of("purchase_type", "token_package", "user_id", "alice", "package_id", "popular", "tokens", "110");
        where.gateway.pay(session.id());
        where.gateway.move(session.id(), paid -> ScriptedSessions.copy(paid, paid.id(), metadata, paid.amounts()));
    }

    private static Report reconciled(Shop shop) {
        return shop.economy
                .reconciliation()
                .repair(Window.before(Instant.parse("2026-11-22T12:00:01Z"), Duration.ofHours(1)));
    }
}
