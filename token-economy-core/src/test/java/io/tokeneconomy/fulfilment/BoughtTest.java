package io.tokeneconomy.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.payment.CheckoutSession.Amounts;
import io.tokeneconomy.payment.CheckoutSession.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lines and amounts say about 110 tokens for 9.99. */
@StripeRule({39, 40, 41})
class BoughtTest {

    private static final OrderItem INLINE = new OrderItem("popular", "Popular", 110, Money.of(999, "usd"), null);
    private static final OrderItem PRICED = new OrderItem("popular", "Popular", 110, Money.of(999, "usd"), "price_1");

    private static Line line(@Nullable String price, long unit, long quantity) {
        return new Line(price, unit, quantity, unit * quantity, 0, unit * quantity);
    }

    private static Amounts amounts(Line... lines) {
        long subtotal = List.of(lines).stream().mapToLong(Line::subtotal).sum();
        long total = List.of(lines).stream().mapToLong(Line::total).sum();
        return new Amounts(subtotal, total, "usd", List.of(lines));
    }

    private static void isBought(OrderItem ordered, Amounts amounts, long quantity) {
        assertThat(Bought.of(ordered, amounts).known()).contains(ordered.withQuantity(quantity));
    }

    private static void isNot(OrderItem ordered, Amounts amounts, String problem) {
        Bought bought = Bought.of(ordered, amounts);
        assertThat(bought.known()).isEmpty();
        assertThat(bought.problem()).contains(problem);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "99999"})
    void whatIsInTheBasketIsBought(long quantity) {
        isBought(PRICED, amounts(line("price_1", 999, quantity)), quantity);
        isBought(INLINE, amounts(line("price_any", 999, quantity)), quantity);
        isBought(INLINE.withQuantity(7), amounts(line("price_any", 999, quantity)), quantity);
    }

    @Test
    void severalLinesOfItAddUp() {
        isBought(PRICED, amounts(line("price_1", 999, 2), line("price_1", 999, 3)), 5);
    }

    @Test
    void anotherPriceIsSomethingElse() {
        isNot(PRICED, amounts(line("price_2", 999, 1)), "something else");
        isNot(PRICED, amounts(line(null, 999, 1)), "something else");
        isNot(INLINE, amounts(line("price_1", 998, 1)), "something else");
        isNot(PRICED, amounts(line("price_1", 999, 1), line("price_shirt", 2_500, 1)), "something else");
        isNot(INLINE, amounts(new Line("price_1", null, 1, 999, 0, 999)), "something else");
    }

    @Test
    void discountsAndTaxesOnTopDoNotCount() {
        isBought(PRICED, amounts(new Line("price_1", 999L, 2, 1_998, 500, 1_498)), 2);
        isBought(PRICED, amounts(new Line("price_1", 999L, 2, 1_998, 500, 1_798)), 2);
    }

    /** Whether Stripe's subtotal of a price that includes its tax holds that tax is not said: both will do. */
    @Test
    @StripeRule(61)
    void aTaxThatIsInThePriceMayBeInTheSubtotalOrNot() {
        isBought(PRICED, amounts(new Line("price_1", 999L, 2, 1_998, 0, 1_998)), 2);
        isBought(PRICED, amounts(new Line("price_1", 999L, 2, 1_665, 0, 1_998)), 2);
        isBought(PRICED, amounts(new Line("price_1", 999L, 2, 1_665, 98, 1_900)), 2);
        isNot(PRICED, amounts(new Line("price_1", 999L, 2, 1_665, 0, 1_997)), "the price of one was 999");
    }

    @Test
    void whatDoesNotAddUpIsNotBought() {
        isNot(PRICED, amounts(new Line("price_1", 999L, 3, 1_998, 0, 1_998)), "charges 1998 for 3");
        Amounts more = new Amounts(2_997, 2_997, "usd", List.of(line("price_1", 999, 2)));
        isNot(PRICED, more, "charges 2997, what is bought costs 1998");
        isNot(PRICED, new Amounts(999, 999, "eur", List.of(line("price_1", 999, 1))), "not in usd");
    }

    @Test
    void quantitiesBeyondAllLimitsAreNotBought() {
        isNot(PRICED, amounts(line("price_1", 999, 0)), "charges 0 for 0");
        isNot(PRICED, amounts(line("price_1", 999, 3), new Line("price_1", 999L, -1, -999, 0, -999)), "for -1");
        isNot(PRICED, amounts(line("price_1", 999, 200_000)), "more than can be sold");
        isNot(PRICED, amounts(new Line("price_1", 999L, Long.MAX_VALUE, 1, 0, 1)), "more than can be sold");
    }

    @Test
    void withoutLinesItHasToCostWhatWasOrdered() {
        isBought(PRICED.withQuantity(2), new Amounts(1_998, 1_498, "usd"), 2);
        isNot(PRICED.withQuantity(2), new Amounts(999, 999, "usd"), "the price was 1998");
        assertThat(Bought.of(PRICED, null).problem()).isEqualTo("the session has no amount");
    }
}
