package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.ledger.PurchaseDetails;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.ParkedPayment;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.CheckoutSession.Line;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.ScriptedSessions;
import io.tokeneconomy.webhook.WebhookResult.Outcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions that a former backend opened: user, package and tokens in the metadata, and no order. */
class EarlierSalesTest {

    private static final Map<String, String> METADATA =
            Map.of("purchase_type", "token_package", "user_id", "alice", "package_id", "popular", "tokens", "110");

    private final Shop shop = Shop.on(MemoryLedgerStore.create(), builder -> builder.creditEarlier(true));

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whatTheCatalogSellsForTheSamePriceIsCreditedOnce() {
        String session = paid(METADATA, 999, "usd");
        assertThat(tell(session)).isEqualTo(Outcome.CREDITED);
        shop.setTime(Instant.parse("2026-11-23T12:00:00Z"));
        assertThat(tell(session)).isEqualTo(Outcome.ALREADY_DONE);
        assertThat(shop.balance(ALICE)).isEqualTo(110);
        PurchaseDetails sale = shop.told.get(0).purchase();
        assertThat(sale).isNotNull();
        assertThat(sale.sessionId()).isEqualTo(session);
        assertThat(orders()).singleElement().satisfies(order -> {
            assertThat(order.state()).isEqualTo(OrderState.PAID);
            assertThat(order.id().value()).isEqualTo(sale.orderId());
        });
    }

    /** It may have written the tokens of one, or of all. */
    @ParameterizedTest
    @CsvSource({"110", "330"})
    @StripeRule(40)
    void severalAreCreditedWhereTheLinesProveIt(String tokens) {
        Map<String, String> metadata = new HashMap<>(METADATA);
        metadata.put("tokens", tokens);
        String session = paid(metadata, new Amounts(2_997, 2_497, "usd", List.of(three(999))));
        assertThat(tell(session)).isEqualTo(Outcome.CREDITED);
        assertThat(tell(session)).isEqualTo(Outcome.ALREADY_DONE);
        assertThat(shop.balance(ALICE)).isEqualTo(330);

        shop.gateway.refund("pi_" + session, new Refund("re_1", 2_497, "usd", Refund.Status.SUCCEEDED, Map.of()));
        shop.receive("charge.refunded pi_" + session);
        assertThat(shop.balance(ALICE)).isZero();
    }

    @Test
    @StripeRule(40)
    void severalWaitForAPersonWhereNothingProvesThem() {
        assertParked(paid(METADATA, 2_997, "usd"), "the price was 999");
    }

    @Test
    void tokensThatAreNeitherOfOneNorOfAllWaitForAPerson() {
        Map<String, String> metadata = new HashMap<>(METADATA);
        metadata.put("tokens", "220");
        assertParked(paid(metadata, new Amounts(2_997, 2_997, "usd", List.of(three(999)))), "number of tokens");
    }

    private static Line three(long unit) {
        return new Line("price_of_then", unit, 3, 3 * unit, 0, 3 * unit);
    }

    /** Nothing tells whether the earlier system has credited it. */
    @Test
    void unlessTheHostWantsItNothingIsCredited() {
        try (Shop cautious = Shop.on(MemoryLedgerStore.create())) {
            cautious.gateway.put(
                    ScriptedSessions.copy(ofAnotherShop(), "cs_old", METADATA, new Amounts(999, 999, "usd")));
            cautious.gateway.pay("cs_old");
            assertThat(cautious.deliver("completed", "cs_old")).isEqualTo(Outcome.PARKED);
            assertThat(cautious.balance(ALICE)).isZero();
        }
    }

    @Test
    void itsRefundTakesItsTokens() {
        String session = paid(METADATA, 999, "usd");
        tell(session);
        shop.gateway.refund("pi_" + session, new Refund("re_1", 999, "usd", Refund.Status.SUCCEEDED, Map.of()));
        assertThat(shop.receive("charge.refunded pi_" + session)).isEqualTo(Outcome.REVERSED);
        assertThat(shop.balance(ALICE)).isZero();
    }

    @Test
    @StripeRule(96)
    void aRefundThatComesFirstIsNetted() {
        String session = paid(METADATA, 999, "usd");
        shop.gateway.refund("pi_" + session, new Refund("re_1", 999, "usd", Refund.Status.SUCCEEDED, Map.of()));
        assertThat(shop.receive("charge.refunded pi_" + session)).isEqualTo(Outcome.CREDITED);
        assertThat(tell(session)).isEqualTo(Outcome.ALREADY_DONE);
        assertThat(shop.balance(ALICE)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "tokens, 111, number of tokens",
        "tokens, , number of tokens",
        "package_id, gold, no user or no package",
        "package_id, , no user or no package",
        "user_id, , no user or no package",
        "user_id, bob, another user",
        "order_id, forged, names no order",
        "te_app, token-economy, names no order"
    })
    @StripeRule(47)
    void whatDoesNotFitWaitsForAPerson(String name, @Nullable String value, String reason) {
        Map<String, String> metadata = new HashMap<>(METADATA);
        metadata.remove(name);
        if (value != null) {
            metadata.put(name, value);
        }
        assertParked(paid(metadata, 999, "usd"), reason);
    }

    @ParameterizedTest
    @CsvSource({"998, usd, the price was 999", "1, usd, the price was 999", "999, eur, not in usd"})
    @StripeRule({43, 46})
    void anotherPriceWaitsForAPerson(long charged, String currency, String reason) {
        assertParked(paid(METADATA, charged, currency), reason);
    }

    @Test
    void withoutMoneyNothingIsWritten() {
        CheckoutSession open = shop.begin();
        shop.gateway.put(ScriptedSessions.copy(open, "cs_old", METADATA, new Amounts(999, 999, "usd")));
        assertThat(tell("cs_old")).isEqualTo(Outcome.PENDING);
        assertThat(orders()).extracting(Order::state).containsOnly(OrderState.PENDING);
    }

    private void assertParked(String session, String reason) {
        assertThat(tell(session)).isEqualTo(Outcome.PARKED);
        assertThat(tell(session)).isEqualTo(Outcome.PARKED);
        assertThat(shop.parked())
                .singleElement()
                .extracting(ParkedPayment::reason)
                .asString()
                .contains(reason);
        assertThat(orders()).isEmpty();
        assertThat(shop.balance(ALICE)).isZero();
    }

    /** The session names alice as its client, too. */
    private String paid(Map<String, String> metadata, long minor, String currency) {
        return paid(metadata, new Amounts(minor, minor, currency));
    }

    private String paid(Map<String, String> metadata, Amounts amounts) {
        CheckoutSession open = ofAnotherShop();
        String id = "cs_old_" + metadata.hashCode();
        shop.gateway.put(ScriptedSessions.copy(open, id, metadata, amounts));
        shop.gateway.pay(id);
        return id;
    }

    /** So that this one has no order of its own. */
    private static CheckoutSession ofAnotherShop() {
        try (Shop other = Shop.on(MemoryLedgerStore.create())) {
            return other.begin();
        }
    }

    private Outcome tell(String session) {
        return shop.deliver("completed", session);
    }

    private List<Order> orders() {
        return shop.economy.orders().list(OrderQuery.newest(10)).items();
    }
}
