package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.Shop;
import io.tokeneconomy.TestLog;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.event.engine.Announcer;
import io.tokeneconomy.fulfilment.FulfilmentResult.Status;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.ScriptedSessions;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What would be done is told, and not done. */
class PreviewTest {

    private final LedgerStore store = MemoryLedgerStore.create();
    private final Shop shop = Shop.on(store);
    private final Fulfilment fulfilment = new Fulfilment(
            store,
            shop.gateway,
            () -> Instant.parse("2026-11-22T12:00:00Z"),
            new Announcer(List.of(), account -> 0),
            new FulfilmentPolicy(ClawbackPolicy.DEBT, true, false),
            Catalog.standard());

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aCreditIsForetoldUntilItIsMade() {
        CheckoutSession session = shop.paid();
        Preview before = preview(session, false);
        assertThat(before.changing()).isTrue();
        assertThat(before.result().status()).isEqualTo(Status.CREDITED);
        assertThat(shop.balance(ALICE)).isZero();
        assertThat(shop.order(session).state()).isEqualTo(OrderState.PENDING);

        shop.deliver("completed", session.id());
        assertThat(preview(session, false).changing()).isFalse();
        assertThat(preview(session, true).changing()).isFalse();
    }

    @Test
    void aReversalIsForetoldEvenOneThatTakesNoToken() {
        CheckoutSession session = shop.paid();
        shop.deliver("completed", session.id());
        shop.gateway.refund(shop.paymentOf(session), new Refund("re_1", 1, "usd", Refund.Status.PENDING, Map.of()));
        assertThat(preview(session, false).changing()).isFalse();
        assertThat(preview(session, true).changing()).isTrue();

        shop.tell("refund.created", session);
        assertThat(preview(session, true).changing()).isFalse();
        assertThat(shop.balance(ALICE)).isEqualTo(110);
    }

    @Test
    void anExpiryIsForetoldUntilTheOrderIsClosed() {
        CheckoutSession session = shop.begin();
        assertThat(preview(session, false).changing()).isFalse();
        shop.gateway.move(
                session.id(),
                open -> ScriptedSessions.with(open, CheckoutSession.Status.EXPIRED, PaymentStatus.UNPAID));
        assertThat(preview(session, false).changing()).isTrue();
        shop.deliver("expired", session.id());
        assertThat(preview(session, false).changing()).isFalse();
    }

    @Test
    void parkingIsForetoldAndNobodyIsTold() {
        CheckoutSession session = shop.paid();
        shop.gateway.move(
                session.id(), paid -> ScriptedSessions.copy(paid, paid.id(), Map.of("te_app", "token-economy"), null));
        assertThat(preview(session, false).changing()).isTrue();
        assertThat(shop.parked()).isEmpty();
        shop.deliver("completed", session.id());
        assertThat(preview(session, false).changing()).isFalse();
    }

    /** Operators search for ❌; a dry run is nobody's trouble. */
    @Test
    void nothingIsLogged() throws IOException {
        CheckoutSession session = shop.gateway.session(shop.paid().id()).orElseThrow();
        Map<String, String> elsewhere = new HashMap<>(session.metadata());
        elsewhere.put("order_id", "ord_" + "1".repeat(32));
        CheckoutSession unknown = ScriptedSessions.copy(session, "cs_unknown", elsewhere, session.amounts());
        CheckoutSession live = ScriptedSessions.altered(session, session.kind(), PaymentMode.LIVE, "alice");
        TestLog log = new TestLog();

        assertThatThrownBy(() -> fulfilment.preview(unknown, null, false)).isInstanceOf(UnknownOrderException.class);
        fulfilment.preview(live, null, false);
        assertThat(log.messages()).isEmpty();

        assertThatThrownBy(() -> fulfilment.fulfil(unknown, null)).isInstanceOf(UnknownOrderException.class);
        fulfilment.fulfil(live, null);
        assertThat(log.messages()).hasSize(2).allMatch(line -> line.startsWith("❌ Session "));
    }

    private Preview preview(CheckoutSession session, boolean review) {
        return fulfilment.preview(shop.gateway.session(session.id()).orElseThrow(), null, review);
    }
}
