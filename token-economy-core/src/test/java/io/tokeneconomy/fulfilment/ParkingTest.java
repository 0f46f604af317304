package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static io.tokeneconomy.Shop.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.checkout.Confirmation;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.Samples;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.CheckoutSession.Kind;
import io.tokeneconomy.payment.ScriptedSessions;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Money that does not fit its order: recorded once, listed, never credited, never dropped. */
class ParkingTest {

    private static final String COMPLETED = "completed";

    private final LedgerStore store = MemoryLedgerStore.create();
    private final Shop shop = Shop.on(store);

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "user_id, bob, another user",
        "package_id, creator, another package",
        "tokens, 700, not the 110 ordered",
        "tokens, many, not the 110 ordered",
        "tokens, '110\n', not the 110 ordered",
        "tokens, , lacks [tokens]",
        "user_id, , lacks [user_id]",
        "order_id, , names no order",
        "order_id, ord_forged, names no order"
    })
    @StripeRule(47)
    void metadataThatContradictsTheOrder(String name, @Nullable String value, String reason) {
        CheckoutSession session = shop.paid();
        Map<String, String> metadata = new HashMap<>(session.metadata());
        if (value == null) {
            metadata.remove(name);
        } else {
            metadata.put(name, value);
        }
        replace(session, metadata, session.amounts());

        assertParkedOnce(session.id(), reason);
    }

    @ParameterizedTest
    @CsvSource({"998, usd, charges 998", "999, eur, not in usd", "1998, usd, charges 1998"})
    @StripeRule({40, 43, 46, 72})
    void anotherAmountThanOrdered(long subtotal, String currency, String reason) {
        CheckoutSession session = shop.paid();
        replace(session, session.metadata(), new Amounts(subtotal, subtotal, currency));

        assertParkedOnce(session.id(), reason);
    }

    @Test
    @StripeRule(39)
    void taxesAndDiscountsAreNoContradiction() {
        CheckoutSession session = shop.paid();
        replace(session, session.metadata(), new Amounts(999, 1199, "usd"));

        assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.CREDITED);
    }

    @Test
    @StripeRule({52, 53})
    void theSecondPaymentOfOneOrder() {
        CheckoutSession first = shop.paid();
        shop.deliver(COMPLETED, first.id());
        CheckoutSession paid = shop.gateway.session(first.id()).orElseThrow();
        shop.gateway.put(ScriptedSessions.copy(paid, "cs_test_recovered", paid.metadata(), paid.amounts()));

        assertParkedOnce("cs_test_recovered", "another session paid");
        assertThat(shop.balance(ALICE)).isEqualTo(110);
        assertThat(order().state()).isEqualTo(OrderState.PAID);
    }

    @Test
    void whatIsParkedIsCreditedOnceItFits() {
        CheckoutSession session = shop.paid();
        replace(session, session.metadata(), new Amounts(1, 1, "usd"));
        shop.deliver(COMPLETED, session.id());
        replace(session, session.metadata(), session.amounts());

        assertThat(shop.deliver(COMPLETED, session.id())).isEqualTo(Outcome.CREDITED);
        assertThat(shop.parked()).isEmpty();
    }

    @Test
    void whatIsKnownOfAParkedPaymentIsKeptUpToDate() {
        CheckoutSession session = shop.paid();
        replace(session, Map.of("purchase_type", "token_package"), session.amounts());
        shop.deliver(COMPLETED, session.id());
        replace(session, session.metadata(), new Amounts(1, 1, "usd"));

        Confirmation confirmation = shop.economy.checkout().confirm(ALICE, session.id());

        assertThat(confirmation.order()).contains(order());
        assertThat(order().state()).isEqualTo(OrderState.PARKED);
        assertThat(shop.parked()).singleElement().satisfies(parked -> {
            assertThat(parked.reason()).contains("charges 1");
            assertThat(parked.orderId()).isEqualTo(order().id().value());
        });
    }

    @Test
    void aMarkLostToALaterEditDoesNotHideAPayment() {
        CheckoutSession session = shop.paid();
        Map<String, String> metadata = new HashMap<>(session.metadata());
        metadata.remove("purchase_type");
        replace(session, metadata, session.amounts());

        assertParkedOnce(session.id(), "lacks [purchase_type]");
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "PAYMENT")
    @StripeRule(50)
    void aMarkedSessionThatIsNoOneTimePayment(Kind kind) {
        CheckoutSession session = shop.paid();
        shop.gateway.move(session.id(), s -> ScriptedSessions.altered(s, kind, s.mode(), s.clientReferenceId()));

        assertParkedOnce(session.id(), "no one-time payment");
    }

    @Test
    @StripeRule(47)
    void anotherBuyerThanTheSessionWasOpenedFor() {
        CheckoutSession session = shop.paid();
        shop.gateway.move(session.id(), s -> ScriptedSessions.altered(s, s.kind(), s.mode(), "bob"));

        assertParkedOnce(session.id(), "another user");
    }

    @Test
    void moreTokensThanAnAccountCanHold() {
        LedgerEntry most = Samples.entry(ALICE, 1, "most", Samples.crediting(LedgerLimits.MAX_BALANCE));
        store.update(
                Scope.of(Set.of(ALICE), Set.of(most.key())),
                before -> Changes.none("").booking(Samples.after(most, Samples.lot(most)), List.of(most)));
        CheckoutSession session = shop.paid();

        assertParkedOnce(session.id(), "cannot hold so many tokens");
    }

    private void replace(CheckoutSession session, Map<String, String> metadata, @Nullable Amounts amounts) {
        shop.gateway.move(session.id(), s -> ScriptedSessions.copy(s, s.id(), metadata, amounts));
    }

    private void assertParkedOnce(String sessionId, String reason) {
        long before = shop.balance(ALICE);
        assertThat(shop.deliver(COMPLETED, sessionId)).isEqualTo(Outcome.PARKED);
        assertThat(shop.deliver(COMPLETED, sessionId)).isEqualTo(Outcome.PARKED);
        assertThat(shop.parked()).singleElement().satisfies(parked -> {
            assertThat(parked.sessionId()).isEqualTo(sessionId);
            assertThat(parked.reason()).contains(reason);
        });
        assertThat(shop.toldParked).isEqualTo(shop.parked());
        assertThat(shop.balance(ALICE)).isEqualTo(before);
        assertThat(shop.balance(BOB)).isZero();
    }

    private Order order() {
        return shop.economy.orders().list(OrderQuery.newest(10)).items().get(0);
    }

    @Test
    void aSessionThatOnlyBearsOurName() {
        CheckoutSession session = shop.paid();
        replace(session, Map.of("te_app", "token-economy"), session.amounts());

        assertParkedOnce(session.id(), "names no order");
    }
}
