package io.tokeneconomy.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Balance;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.Reversal;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.Dispute;
import io.tokeneconomy.payment.Payment;
import io.tokeneconomy.payment.Refund;
import java.util.List;
import java.util.Map;

/**
 * One payment from its checkout to whatever becomes of it. Each step is a number: what happens at the provider, which
 * event is delivered (late, again, never), or what the buyer does meanwhile.
 */
public final class PaymentLife {

    /** Steps are numbers below this. */
    public static final int STEPS = 14 * 6 * 6;

    /** Every kind of event that a payment of ours may cause. */
    static final List<String> EVENTS = List.of(
            "checkout.session.completed",
            "checkout.session.async_payment_succeeded",
            "charge.refunded",
            "refund.created",
            "refund.updated",
            "refund.failed",
            "charge.refund.updated",
            "charge.dispute.created",
            "charge.dispute.updated",
            "charge.dispute.funds_withdrawn",
            "charge.dispute.funds_reinstated",
            "charge.dispute.closed");

    private static final List<Refund.Status> REFUNDS =
            List.of(Refund.Status.PENDING, Refund.Status.SUCCEEDED, Refund.Status.FAILED, Refund.Status.CANCELED);
    private static final List<Dispute.Status> DISPUTES = List.of(Dispute.Status.values());
    private static final List<Dispute.Funds> FUNDS = List.of(Dispute.Funds.values());
    private static final long TOKENS = 110;
    private static final long PRICE = 999;

    private final Shop shop;
    private final AccountId buyer;
    private final CheckoutSession session;
    private final String payment;
    private long spent;
    private int spends;

    /** A buyer who has paid and of whom nobody has told yet. */
    public PaymentLife(Shop shop, AccountId buyer) {
        this.shop = shop;
        this.buyer = buyer;
        this.session = shop.economy.checkout().start(buyer, "popular");
        this.payment = shop.paymentOf(session);
        shop.gateway.pay(session.id());
    }

    /** Lives through all steps; at last somebody tells of the payment once more. */
    public void live(List<Integer> steps) {
        steps.forEach(step -> step(step % 14, step / 14 % 6, step / 84));
        deliver("charge.refunded");
    }

    private void step(int action, int which, int detail) {
        switch (action) {
            case 0 -> refund("re_" + which, PRICE * (detail + 1) / 6, detail % 2 == 0);
            case 1 -> moveRefund("re_" + which, REFUNDS.get(detail % REFUNDS.size()));
            case 2 -> dispute("du_" + which % 2, PRICE * (detail + 1) / 6);
            case 3 -> moveDispute("du_" + which % 2, detail);
            case 4, 5 -> spend(which * 10L + detail + 1);
            case 6 -> shop.economy.checkout().confirm(buyer, session.id());
            default -> deliver(EVENTS.get((which * 6 + detail) % EVENTS.size()));
        }
    }

    /** Tells of every kind of event once; safe from many threads. */
    public void tellEverything() {
        EVENTS.forEach(this::deliver);
    }

    /** Gives a part of the money back, and fails to, or changes what is disputed. */
    public void moveMoney(int how) {
        refund("re_" + how, 100, how % 2 == 0);
        moveRefund("re_" + how / 2, REFUNDS.get(how % REFUNDS.size()));
        dispute("du_1", 500);
        moveDispute("du_1", how);
    }

    private void deliver(String type) {
        shop.receive(type + " " + (type.startsWith("checkout") ? session.id() : payment));
    }

    /** The provider refunds no more than it has. */
    private void refund(String id, long amount, boolean pending) {
        Payment now = payment();
        boolean known = now.refunds().stream().anyMatch(refund -> refund.id().equals(id));
        if (!known && refunded(now) + amount <= PRICE) {
            Refund.Status status = pending ? Refund.Status.PENDING : Refund.Status.SUCCEEDED;
            shop.gateway.refund(payment, new Refund(id, amount, "usd", status, Map.of()));
        }
    }

    /** What failed or was called off stays so. */
    private void moveRefund(String id, Refund.Status status) {
        payment().refunds().stream()
                .filter(refund -> refund.id().equals(id) && refund.status().counts())
                .forEach(refund ->
                        shop.gateway.refund(payment, new Refund(id, refund.amountMinor(), "usd", status, Map.of())));
    }

    private void dispute(String id, long amount) {
        if (payment().disputes().stream().noneMatch(dispute -> dispute.id().equals(id))) {
            shop.gateway.dispute(payment, new Dispute(id, amount, "usd", Dispute.Status.INQUIRY, Dispute.Funds.UNTOLD));
        }
    }

    private void moveDispute(String id, int how) {
        payment().disputes().stream().filter(dispute -> dispute.id().equals(id)).forEach(dispute -> {
            Dispute.Status status = DISPUTES.get(how % DISPUTES.size());
            Dispute.Funds funds = FUNDS.get(how % FUNDS.size());
            shop.gateway.dispute(payment, new Dispute(id, dispute.amountMinor(), "usd", status, funds));
        });
    }

    private void spend(long tokens) {
        IdempotencyKey key = IdempotencyKey.of(session.id() + ":" + spends++);
        if (shop.economy.ledger().spend(buyer, tokens, key).stands()) {
            spent += tokens;
        }
    }

    /** The ledger says what the provider's books say, whatever happened in between. */
    public void assertBooksAgree(ClawbackPolicy policy) {
        Payment now = payment();
        long back = Math.min(PRICE, refunded(now) + disputed(now));
        long owed = TOKENS * back / PRICE;
        Reversal reversal = shop.economy.orders().find(orderId()).orElseThrow().reversal();
        Balance balance = shop.economy.ledger().balance(buyer);
        List<LedgerEntry> entries =
                shop.economy.ledger().statement(buyer, 100, null).entries();

        assertThat(reversal.tokens()).isEqualTo(owed);
        assertThat(reversal.taken()).isEqualTo(-sum(entries, EntryType.CLAWBACK) - sum(entries, EntryType.REINSTATE));
        assertThat(sum(entries, EntryType.PURCHASE)).isEqualTo(TOKENS);
        assertThat(balance.settled()).isEqualTo(TOKENS - spent - reversal.taken());
        if (policy == ClawbackPolicy.FLOOR) {
            assertThat(balance.debt()).isZero();
        } else {
            assertThat(reversal.taken()).isEqualTo(owed);
        }
        assertThat(shop.economy.ledger().verify(buyer).intact()).isTrue();
    }

    private OrderId orderId() {
        return PurchaseMetadata.order(session.metadata()).orElseThrow();
    }

    private Payment payment() {
        return shop.gateway.peek(payment);
    }

    private static long refunded(Payment payment) {
        return payment.refunds().stream()
                .filter(refund ->
                        List.of(Refund.Status.PENDING, Refund.Status.SUCCEEDED).contains(refund.status()))
                .mapToLong(Refund::amountMinor)
                .sum();
    }

    private static long disputed(Payment payment) {
        return payment.disputes().stream()
                .filter(Dispute::withdrawn)
                .mapToLong(Dispute::amountMinor)
                .sum();
    }

    private static long sum(List<LedgerEntry> entries, EntryType type) {
        return entries.stream()
                .filter(entry -> entry.type() == type)
                .mapToLong(LedgerEntry::amount)
                .sum();
    }
}
