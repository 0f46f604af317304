package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static io.tokeneconomy.Shop.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.PaymentStatus;
import io.tokeneconomy.payment.CheckoutSession.Status;
import io.tokeneconomy.payment.ScriptedSessions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever buyers, provider and meddlers do, in whichever order: no payment is credited twice, none is lost. */
class FulfilmentPropertyTest {

    private static final List<String> CHANGES =
            List.of("completed", "async_payment_succeeded", "async_payment_failed", "expired");
    private static final List<String> MARKS = List.of("purchase_type", "order_id", "user_id", "tokens", "te_app");

    @Property(tries = 2_000)
    @StripeRule({26, 27})
    void everyPaymentIsCreditedOnceOrWaitsForAPerson(
            @ForAll @Size(max = 25) List<@IntRange(max = 7 * 7 * 7 - 1) Integer> steps) {
        try (Shop shop = Shop.on(MemoryLedgerStore.create())) {
            List<String> sessions = new ArrayList<>(List.of(begin(shop, ALICE), begin(shop, BOB)));
            steps.forEach(step -> act(shop, sessions, step % 7, step / 7 % 7, step / 49));
            sessions.forEach(session -> deliver(shop, "completed", session));

            assertNothingTwice(shop);
            assertNothingLost(shop, sessions);
        }
    }

    private static void act(Shop shop, List<String> sessions, int action, int which, int detail) {
        String session = sessions.get(which % sessions.size());
        String other = sessions.get(detail % sessions.size());
        switch (action) {
            case 0 -> sessions.add(begin(shop, detail % 2 == 0 ? ALICE : BOB));
            case 1 -> shop.gateway.pay(session);
            case 2 -> unlessPaid(shop, session, detail % 2 == 0 ? Status.COMPLETE : Status.EXPIRED);
            case 3 -> deliver(shop, CHANGES.get(detail % CHANGES.size()), session);
            case 4 -> shop.economy.checkout().confirm(detail % 2 == 0 ? ALICE : BOB, session);
            case 5 -> edit(shop, session, metadata(shop, other));
            default -> edit(shop, session, without(metadata(shop, session), MARKS.get(detail % MARKS.size())));
        }
    }

    private static void assertNothingTwice(Shop shop) {
        List<PurchaseDetails> sales = sales(shop);
        assertThat(sales).extracting(PurchaseDetails::sessionId).doesNotHaveDuplicates();
        assertThat(sales).extracting(PurchaseDetails::orderId).doesNotHaveDuplicates();
        Set<String> paid = shop.economy.orders().list(OrderQuery.newest(100)).items().stream()
                .filter(order -> order.state() == OrderState.PAID)
                .map(Order::id)
                .map(Object::toString)
                .collect(Collectors.toSet());
        assertThat(sales).extracting(PurchaseDetails::orderId).containsExactlyInAnyOrderElementsOf(paid);
        assertThat(shop.told).hasSameSizeAs(sales);
    }

    /** A paid session that bears a mark of ours is in the ledger or on the list, never in both. */
    private static void assertNothingLost(Shop shop, List<String> sessions) {
        Set<String> credited =
                sales(shop).stream().map(PurchaseDetails::sessionId).collect(Collectors.toSet());
        Set<String> parked =
                shop.parked().stream().map(ParkedPayment::sessionId).collect(Collectors.toSet());
        assertThat(parked).allSatisfy(id -> assertThat(credited).doesNotContain(id));
        for (String id : sessions) {
            CheckoutSession session = shop.gateway.session(id).orElseThrow();
            boolean ours = PurchaseMetadata.isMarked(session.metadata(), "token-economy");
            if (ours && session.paymentStatus() == PaymentStatus.PAID) {
                assertThat(credited.contains(id) || parked.contains(id)).isTrue();
            } else if (session.paymentStatus() != PaymentStatus.PAID) {
                assertThat(credited).doesNotContain(id);
            }
        }
    }

    private static String begin(Shop shop, AccountId account) {
        return shop.economy.checkout().start(account, "popular").id();
    }

    private static void unlessPaid(Shop shop, String session, Status status) {
        shop.gateway.move(
                session,
                s -> s.paymentStatus() == PaymentStatus.PAID
                        ? s
                        : ScriptedSessions.with(s, status, PaymentStatus.UNPAID));
    }

    private static void deliver(Shop shop, String change, String session) {
        try {
            shop.deliver(change, session);
        } catch (TokenEconomyException e) {
            assertThat(e.retryable()).isTrue();
        }
    }

    private static void edit(Shop shop, String session, Map<String, String> metadata) {
        shop.gateway.move(session, s -> ScriptedSessions.copy(s, s.id(), metadata, s.amounts()));
    }

    private static Map<String, String> metadata(Shop shop, String session) {
        return shop.gateway.session(session).orElseThrow().metadata();
    }

    private static Map<String, String> without(Map<String, String> metadata, String name) {
        Map<String, String> less = new HashMap<>(metadata);
        less.remove(name);
        return less;
    }

    private static List<PurchaseDetails> sales(Shop shop) {
        return Stream.of(ALICE, BOB)
                .flatMap(account -> shop.economy.ledger().statement(account, 100, null).entries().stream())
                .flatMap(entry -> Optional.ofNullable(entry.purchase()).stream())
                .toList();
    }
}
