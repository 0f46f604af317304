package io.tokeneconomy.reconcile;

import io.tokeneconomy.Shop;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import io.tokeneconomy.payment.Dispute;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.ScriptedSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** An hour of a shop. A sale is 110 tokens for 9.99. */
abstract class ReconciliationCase {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final Window HOUR =
            Window.before(NOON.plusSeconds(60), Duration.ofHours(1)).perSecond(100);

    final Shop shop = Shop.on(MemoryLedgerStore.create());

    @AfterEach
    void close() {
        shop.close();
    }

    Report repair() {
        return shop.economy.reconciliation().repair(HOUR);
    }

    Report check() {
        return shop.economy.reconciliation().check(HOUR);
    }

    List<Order> orders() {
        return shop.economy.orders().list(OrderQuery.newest(100)).items();
    }

    CheckoutSession credited() {
        CheckoutSession session = shop.paid();
        shop.deliver("completed", session.id());
        return session;
    }

    CheckoutSession expired() {
        CheckoutSession session = shop.begin();
        shop.gateway.move(session.id(), open -> ScriptedSessions.with(open, Status.EXPIRED, PaymentStatus.UNPAID));
        return session;
    }

    void misfit(CheckoutSession session) {
        shop.gateway.move(
                session.id(),
                paid -> ScriptedSessions.copy(paid, paid.id(), paid.metadata(), new Amounts(1, 1, "usd")));
    }

    void refund(CheckoutSession session, long minor, Refund.Status status) {
        shop.gateway.refund(shop.paymentOf(session), new Refund("re_" + session.id(), minor, "usd", status, Map.of()));
    }

    void dispute(CheckoutSession session, Dispute.Status status) {
        shop.gateway.dispute(
                shop.paymentOf(session), new Dispute("du_" + session.id(), 999, "usd", status, Dispute.Funds.UNTOLD));
    }
}
