package io.tokeneconomy.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.checkout.engine.OrderReader;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.store.Changes;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Scope;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.order.OrderState;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.Reversal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SalesTest {

    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    private final LedgerStore store = MemoryLedgerStore.create();
    private final Orders orders = new OrderReader(store);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void onlyPaidOrdersOfThePeriodCount() {
        sold("2026-04-30T23:59:59.999Z", "popular", 999, "usd");
        sold("2026-05-01T00:00:00Z", "popular", 999, "usd");
        sold("2026-05-31T23:59:59.999Z", "starter", 499, "usd");
        sold("2026-06-01T00:00:00Z", "starter", 499, "usd");
        write(order("2026-05-10T00:00:00Z", "pro", 1999, "usd", PaymentMode.LIVE));
        Sales sales = orders.sales(MAY, JUNE, 100);
        assertThat(sales.lines())
                .containsExactly(
                        line("2026-05-01", "usd", "popular", 1, 999), line("2026-05-31", "usd", "starter", 1, 499));
        assertThat(sales.complete()).isTrue();
    }

    @Test
    void currenciesModesAndPackagesStayApart() {
        sold("2026-05-01T10:00:00Z", "popular", 999, "usd");
        sold("2026-05-01T11:00:00Z", "popular", 999, "usd");
        sold("2026-05-01T12:00:00Z", "popular", 999, "eur");
        sold("2026-05-01T12:00:00Z", "starter", 499, "usd");
        write(paid(order("2026-05-01T13:00:00Z", "popular", 999, "usd", PaymentMode.TEST)));
        assertThat(orders.sales(MAY, JUNE, 100).lines())
                .extracting(line -> line.key().mode() + " " + line.key().currency() + " "
                        + line.key().packageId() + " " + line.orders() + " " + line.grossMinor() + " " + line.tokens())
                .containsExactly(
                        "LIVE eur popular 1 999 110",
                        "LIVE usd popular 2 1998 220",
                        "LIVE usd starter 1 499 110",
                        "TEST usd popular 1 999 110");
    }

    @Test
    void whatWentBackCountsWhereItWasSold() {
        Order order = paid(order("2026-05-01T10:00:00Z", "popular", 999, "usd", PaymentMode.LIVE));
        write(order.withReversal(new Reversal(999, 300, 400, 77, 70, 2), JUNE));
        SalesLine line = orders.sales(MAY, JUNE, 100).lines().get(0);
        assertThat(line.grossMinor()).isEqualTo(999);
        assertThat(line.refundedMinor()).isEqualTo(300);
        assertThat(line.disputedMinor()).isEqualTo(400);
        assertThat(line.reversedTokens()).isEqualTo(77);
    }

    @Test
    void moreOrdersThanAskedForAreLeftOutAndTold() {
        for (int i = 0; i < 5; i++) {
            sold("2026-05-1" + i + "T00:00:00Z", "popular", 999, "usd");
        }
        sold("2026-04-30T00:00:00Z", "popular", 999, "usd");
        Sales cut = orders.sales(MAY, JUNE, 4);
        assertThat(cut.lines()).hasSize(4);
        assertThat(cut.complete()).isFalse();
        assertThat(cut.countedFrom()).isEqualTo(Instant.parse("2026-05-11T00:00:00Z"));
        assertThat(orders.sales(MAY, JUNE, 5).complete()).isTrue();
        assertThat(orders.sales(MAY, JUNE, 6).complete()).isTrue();
    }

    @Test
    void manyPagesAddUp() {
        for (int i = 0; i < 2_345; i++) {
            sold("2026-05-01T10:00:00Z", "popular", 999, "usd");
        }
        assertThat(orders.sales(MAY, JUNE, Sales.MAX_ORDERS).lines())
                .containsExactly(line("2026-05-01", "usd", "popular", 2_345, 2_345 * 999));
        assertThat(orders.sales(MAY, JUNE, 2_000).lines())
                .containsExactly(line("2026-05-01", "usd", "popular", 2_000, 2_000 * 999));
    }

    @Test
    void limitsAndPeriodsAreChecked() {
        assertThatThrownBy(() -> orders.sales(MAY, MAY, 1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> orders.sales(MAY, JUNE, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> orders.sales(MAY, JUNE, Sales.MAX_ORDERS + 1))
                .isInstanceOf(InvalidValueException.class);
        assertThat(orders.sales(MAY, JUNE, Sales.MAX_ORDERS).lines()).isEmpty();
    }

    @Test
    void anIdKnowsItsTime() {
        Instant time = Instant.parse("2026-05-01T10:11:12.345Z");
        assertThat(OrderId.random(time).time()).isEqualTo(time);
        assertThat(OrderId.derived(time, "cs_1").time()).isEqualTo(time);
        assertThat(OrderId.firstAt(Instant.EPOCH).time()).isEqualTo(Instant.EPOCH);
    }

    private static SalesLine line(String day, String currency, String packageId, long orders, long gross) {
        SalesLine.Key key = new SalesLine.Key(LocalDate.parse(day), PaymentMode.LIVE, currency, packageId);
        return new SalesLine(key, orders, 110 * orders, gross, 0, 0, 0);
    }

    private void sold(String time, String packageId, long price, String currency) {
        write(paid(order(time, packageId, price, currency, PaymentMode.LIVE)));
    }

    private static Order paid(Order order) {
        return order.moved(OrderState.PAID, order.createdAt());
    }

    private static Order order(String time, String packageId, long price, String currency, PaymentMode mode) {
        Instant begun = Instant.parse(time);
        OrderItem item = new OrderItem(packageId, packageId, 110, Money.of(price, currency), null);
        return Order.begin(OrderId.random(begun), AccountId.of("alice"), mode, item, begun);
    }

    private void write(Order order) {
        store.update(Scope.NOTHING.order(order.id()), before -> Changes.none("").order(order));
    }
}
