package io.tokeneconomy.reconcile;

import static io.tokeneconomy.Shop.ALICE;
import static io.tokeneconomy.Shop.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.Shop;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.ParkedQuery;
import io.tokeneconomy.ledger.store.Samples;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.ScriptedSessions;
import io.tokeneconomy.reconcile.ParkedResult.Reason;
import io.tokeneconomy.reconcile.ParkedResult.Refunded;
import io.tokeneconomy.reconcile.ParkedResult.Refused;
import io.tokeneconomy.reconcile.ParkedResult.Released;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A payment of 9.99 whose metadata names bob for alice's order of 110 tokens. */
class ParkedPaymentsTest {

    private static final Audit AUDIT = new Audit("carol", "the buyer changed the account, ticket 7");

    private final LedgerStore store = MemoryLedgerStore.create();
    private final Shop shop = Shop.on(store);
    private final CheckoutSession session = parked();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aReleaseCreditsBoughtTokensAndSaysWhoDecidedIt() {
        assertThat(shop.economy.parked().list(new ParkedQuery("", 10)).items()).hasSize(1);

        Released released = (Released) release(BOB, 110);

        LedgerEntry entry = released.entry();
        assertThat(entry.type()).isEqualTo(EntryType.PURCHASE);
        assertThat(entry.details().description()).isEqualTo(AUDIT.reason());
        assertThat(entry.details().metadata()).containsEntry(Audit.ACTOR, "carol");
        assertThat(released.order().state()).isEqualTo(OrderState.PAID);
        assertThat(released.order().item().price().amountMinor()).isEqualTo(999);
        assertThat(shop.balance(BOB)).isEqualTo(110);
        assertThat(shop.balance(ALICE)).isZero();
        assertThat(shop.parked()).isEmpty();
        assertThat(failedOrders()).hasSize(1);
        assertThat(shop.told).containsExactly(entry);
    }

    /** Its own checkout may still be paid, or its own payment be decided about. */
    @Test
    void aReleaseClosesNoOrderThatWaitsForAnotherPayment() {
        CheckoutSession stray = ScriptedSessions.copy(
                shop.gateway.session(session.id()).orElseThrow(), "cs_stray", session.metadata(), session.amounts());
        shop.gateway.put(stray);
        shop.gateway.pay(stray.id());
        shop.gateway.move(
                stray.id(), paid -> ScriptedSessions.copy(paid, paid.id(), paid.metadata(), new Amounts(1, 1, "usd")));
        shop.deliver("completed", stray.id());
        assertThat(shop.parked()).hasSize(2);

        assertThat(shop.economy.parked().release(stray.id(), BOB, 1, AUDIT)).isInstanceOf(Released.class);

        assertThat(shop.order(session).state()).isEqualTo(OrderState.PARKED);
        release(BOB, 110);
        assertThat(shop.balance(BOB)).isEqualTo(111);
        assertThat(failedOrders()).hasSize(1);
    }

    /** A catalog may sell anything, also a package whose name is what we call a released payment. */
    @Test
    void nothingThatIsSoldIsTakenForARelease() {
        String reserved = ((Released) release(BOB, 110)).order().item().packageId();
        assertThatThrownBy(() -> TokenPackage.builder(reserved)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void theSameReleaseAgainIsTheSameAndAnotherIsRefused() {
        ParkedResult first = release(BOB, 110);
        assertThat(release(BOB, 110)).isEqualTo(first);
        assertThat(release(BOB, 111)).isEqualTo(new Refused(Reason.CREDITED));
        assertThat(release(ALICE, 110)).isEqualTo(new Refused(Reason.CREDITED));
        assertThat(refund()).isEqualTo(new Refused(Reason.CREDITED));
        assertThat(shop.balance(BOB)).isEqualTo(110);
    }

    @Test
    void whatFitsAfterAllIsNotCreditedASecondTime() {
        release(BOB, 110);
        shop.gateway.move(
                session.id(), paid -> ScriptedSessions.copy(paid, paid.id(), session.metadata(), session.amounts()));
        shop.deliver("completed", session.id());
        assertThat(shop.balance(ALICE) + shop.balance(BOB)).isEqualTo(110);
    }

    @Test
    void releasedTokensFollowTheirMoney() {
        release(BOB, 200);
        backAtProvider(333);
        shop.tell("charge.refunded", session);
        assertThat(shop.balance(BOB)).isEqualTo(200 - 66);
    }

    @Test
    void whatWentBackBeforeTheReleaseIsTaken() {
        backAtProvider(333);
        release(BOB, 200);
        assertThat(shop.balance(BOB)).isEqualTo(200 - 66);
    }

    @Test
    void aRefundGivesAllBackOnce() {
        Refunded refunded = (Refunded) refund();
        assertThat(refunded.refund().amountMinor()).isEqualTo(999);
        assertThat(shop.parked()).isEmpty();
        assertThat(refund()).isEqualTo(refunded);
        assertThat(shop.gateway.peek(shop.paymentOf(session)).refunds()).hasSize(1);
        assertThat(release(BOB, 110)).isEqualTo(new Refused(Reason.REFUNDED));
        assertThat(shop.balance(BOB)).isZero();
    }

    @Test
    void aRefundGivesBackWhatIsLeft() {
        backAtProvider(900);
        assertThat(((Refunded) refund()).refund().amountMinor()).isEqualTo(99);
    }

    @Test
    void whatSomebodyElseRefundedIsNeitherReleasedNorRefunded() {
        backAtProvider(999);
        assertThat(release(BOB, 110)).isEqualTo(new Refused(Reason.REFUNDED));
        assertThat(refund()).isEqualTo(new Refused(Reason.REFUNDED));
        assertThat(shop.parked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cs_unknown", "x"})
    void whatIsNotParkedIsRefused(String id) {
        assertThat(shop.economy.parked().release(id, BOB, 1, AUDIT)).isEqualTo(new Refused(Reason.NOT_PARKED));
        assertThat(shop.economy.parked().refund(id)).isEqualTo(new Refused(Reason.NOT_PARKED));
    }

    @Test
    void aSessionThatTheProviderForgotHasNoMoney() {
        shop.gateway.forgetOnRead(session.id());
        assertThat(release(BOB, 110)).isEqualTo(new Refused(Reason.NOTHING_PAID));
        assertThat(refund()).isEqualTo(new Refused(Reason.NOTHING_PAID));
        assertThat(shop.parked()).hasSize(1);
    }

    @Test
    void anAccountThatIsFullStaysAsItIs() {
        LedgerEntry most = Samples.entry(BOB, 1, "most", Samples.crediting(LedgerLimits.MAX_BALANCE));
        store.update(
                Scope.of(Set.of(BOB), Set.of(most.key())),
                before -> Changes.none("").booking(Samples.after(most, Samples.lot(most)), List.of(most)));
        assertThat(release(BOB, 1)).isEqualTo(new Refused(Reason.OVER_LIMIT));
        assertThat(shop.parked()).hasSize(1);
        assertThat(release(ALICE, 1)).isInstanceOf(Released.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, LedgerLimits.MAX_AMOUNT + 1})
    void tokensAreWithinTheLimits(long tokens) {
        assertThatThrownBy(() -> release(BOB, tokens)).isInstanceOf(InvalidValueException.class);
    }

    @RepeatedTest(20)
    void releasesAndRefundsAtOnceNeverLeaveTokensWithoutMoney() throws Exception {
        List<Callable<ParkedResult>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            calls.add(() -> release(BOB, 110));
            calls.add(this::refund);
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<ParkedResult> result : threads.invokeAll(calls)) {
                assertThat(result.get()).isNotNull();
            }
        } finally {
            threads.shutdown();
        }
        boolean isBack = !shop.gateway.peek(shop.paymentOf(session)).refunds().isEmpty();
        assertThat(shop.balance(BOB)).isEqualTo(isBack ? 0 : 110);
        assertThat(shop.gateway.peek(shop.paymentOf(session)).refunds()).hasSizeLessThanOrEqualTo(1);
        assertThat(shop.told.stream().filter(entry -> entry.type() == EntryType.PURCHASE))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(shop.parked()).isEmpty();
    }

    private List<Order> failedOrders() {
        return shop.economy
                .orders()
                .list(new OrderQuery(ALICE, OrderState.FAILED, null, 10))
                .items();
    }

    private ParkedResult release(AccountId account, long tokens) {
        return shop.economy.parked().release(session.id(), account, tokens, AUDIT);
    }

    @Test
    void aRefundThatFailedMayBeAskedForAgain() {
        Refund first = ((Refunded) refund()).refund();
        shop.gateway.refund(
                shop.paymentOf(session), new Refund(first.id(), 999, "usd", Refund.Status.FAILED, first.metadata()));
        shop.tell("refund.failed", session);
        assertThat(shop.parked()).hasSize(1);

        Refund second = ((Refunded) refund()).refund();

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(((Refunded) refund()).refund()).isEqualTo(second);
        assertThat(shop.parked()).isEmpty();
    }

    /** Neither is touched again by whoever looks later. */
    @Test
    void whatIsRefundedOrReleasedIsClean() {
        refund();
        assertThat(reconcile().clean()).isTrue();
        release(BOB, 110);
        assertThat(reconcile().clean()).isTrue();
    }

    @Test
    void whatIsReleasedAndPartlyRefundedIsCleanOnceItIsBooked() {
        release(BOB, 200);
        backAtProvider(333);
        reconcile();
        assertThat(shop.balance(BOB)).isEqualTo(200 - 66);
        assertThat(reconcile().clean()).isTrue();
    }

    private Report reconcile() {
        return shop.economy
                .reconciliation()
                .repair(Window.before(Instant.parse("2026-11-22T13:00:00Z"), Duration.ofDays(2)));
    }

    private ParkedResult refund() {
        return shop.economy.parked().refund(session.id());
    }

    private void backAtProvider(long minor) {
        shop.gateway.refund(
                shop.paymentOf(session), new Refund("re_other", minor, "usd", Refund.Status.SUCCEEDED, Map.of()));
    }

    private CheckoutSession parked() {
        CheckoutSession paid = shop.paid();
        Amounts amounts = paid.amounts();
        Map<String, String> metadata = new HashMap<>(paid.metadata());
        metadata.put("user_id", "bob");
        shop.gateway.move(paid.id(), now -> ScriptedSessions.copy(now, now.id(), metadata, amounts));
        shop.deliver("completed", paid.id());
        assertThat(shop.parked()).hasSize(1);
        return paid;
    }
}
