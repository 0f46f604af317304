package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.Shop;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.ledger.store.memory.MemoryLedgerStore;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.payment.CheckoutSession;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.CheckoutSession.Line;
import io.tokeneconomy.payment.Refund;
import io.tokeneconomy.payment.ScriptedSessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However many are bought at whatever price, discount, tax and currency: tokens are as many times the package's. */
class QuantityPropertyTest {

    /** With the smallest step of its amounts: none, two and three decimals, and hundredths sold in whole units. */
    private static final List<Map.Entry<String, Integer>> CURRENCIES =
            List.of(Map.entry("jpy", 1), Map.entry("usd", 1), Map.entry("kwd", 10), Map.entry("isk", 100));

    /** What the provider calls the subtotal of a line, and whether taxes come on top. */
    enum Tax {
        ON_TOP,
        IN_PRICE_AND_SUBTOTAL,
        IN_PRICE_NOT_IN_SUBTOTAL
    }

    @Property(tries = 3_000)
    @StripeRule({39, 40, 45, 61, 97, 98})
    void tokensAreGrantedAsOftenAsPaidAndAllGoBackWithAllTheMoney(
            @ForAll @IntRange(max = 3) int currency,
            @ForAll @IntRange(min = 1, max = 5_000) int unit,
            @ForAll @IntRange(min = 1, max = 1_000) int tokens,
            @ForAll @IntRange(min = 1, max = 30) int begun,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 30) Integer> quantities,
            @ForAll @IntRange(max = 99) int percentOff,
            @ForAll @IntRange(max = 27) int percentTax,
            @ForAll Tax tax,
            @ForAll @IntRange(min = 1, max = 99) int percentRefunded) {
        long price = unit * (long) CURRENCIES.get(currency).getValue();
        String code = CURRENCIES.get(currency).getKey();
        long bought = quantities.stream().mapToLong(Integer::longValue).sum() * tokens;
        try (Shop shop = selling(tokens, Money.of(price, code))) {
            CheckoutSession session = shop.economy.checkout().start(ALICE, "p", begun);
            Amounts amounts = amounts(price, code, quantities, percentOff, percentTax, tax);
            shop.gateway.move(session.id(), s -> ScriptedSessions.costing(s, amounts));
            shop.gateway.pay(session.id());
            shop.deliver("completed", session.id());
            shop.deliver("completed", session.id());

            assertThat(shop.balance(ALICE)).isEqualTo(bought);
            assertThat(shop.order(session).item().price().amountMinor() * tokens)
                    .isEqualTo(price * bought);

            long part = amounts.total() * percentRefunded / 100;
            refund(shop, session, "re_1", part, code);
            refund(shop, session, "re_2", amounts.total() - part, code);
            Order order = shop.order(session);
            assertThat(shop.balance(ALICE)).isZero();
            assertThat(order.reversal().taken()).isEqualTo(bought);
            assertThat(shop.economy.ledger().verify(ALICE).intact()).isTrue();
        }
    }

    private static Shop selling(long tokens, Money price) {
        TokenPackage offer =
                TokenPackage.builder("p").name("P").tokens(tokens).price(price).build();
        return Shop.on(
                MemoryLedgerStore.create(),
                builder -> builder.catalog(Catalog.builder().add(offer).build()));
    }

    private static Amounts amounts(
            long price, String currency, List<Integer> quantities, int percentOff, int percentTax, Tax tax) {
        List<Line> lines = new ArrayList<>();
        for (int quantity : quantities) {
            long whole = price * quantity;
            long discount = whole * percentOff / 100;
            long taxed = (whole - discount) * percentTax / 100;
            long subtotal = tax == Tax.IN_PRICE_NOT_IN_SUBTOTAL ? whole - taxed : whole;
            long total = tax == Tax.ON_TOP ? whole - discount + taxed : whole - discount;
            lines.add(new Line("price_" + quantity, price, quantity, subtotal, discount, total));
        }
        long subtotal = lines.stream().mapToLong(Line::subtotal).sum();
        long total = lines.stream().mapToLong(Line::total).sum();
        return new Amounts(subtotal, total, currency, lines);
    }

    private static void refund(Shop shop, CheckoutSession session, String id, long minor, String currency) {
        shop.gateway.refund(
                shop.paymentOf(session), new Refund(id, minor, currency, Refund.Status.SUCCEEDED, Map.of()));
        shop.tell("charge.refunded", session);
    }
}
