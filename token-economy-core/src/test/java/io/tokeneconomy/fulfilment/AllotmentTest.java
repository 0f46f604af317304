package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.fulfilment.SubscriptionCase.BASIC;
import static io.tokeneconomy.fulfilment.SubscriptionCase.PLUS;
import static io.tokeneconomy.fulfilment.SubscriptionCase.basic;
import static io.tokeneconomy.fulfilment.SubscriptionCase.catalog;
import static io.tokeneconomy.fulfilment.SubscriptionCase.month;
import static io.tokeneconomy.fulfilment.SubscriptionCase.plus;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.fulfilment.Allotments.Due;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.Invoice;
import io.tokeneconomy.payment.Invoice.Line;
import io.tokeneconomy.payment.Invoice.Reason;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many tokens an invoice brings. */
class AllotmentTest {

    private static final Catalog PLANS = catalog(BASIC, PLUS);

    @Test
    void aWholePeriodBringsThePlansTokens() {
        assertThat(tokens(Reason.CYCLE, basic(1))).isEqualTo(500);
        assertThat(tokens(Reason.CYCLE, line("price_basic", 3 * 999, 3, false))).isEqualTo(1_500);
    }

    @Test
    @StripeRule(117)
    void anUpgradeInTheMiddleBringsTheDifferenceOfTheRest() {
        Line unused = line("price_basic", -500, 1, true);
        Line rest = line("price_plus", 1_500, 1, true);

        // 2,000 × 1,500 / 2,997 − 500 × 500 / 999 = 1,001.001 − 250.250
        assertThat(tokens(Reason.UPDATE, unused, rest)).isEqualTo(750);
        assertThat(tokens(Reason.CYCLE, unused, rest, plus(1))).isEqualTo(2_750);
    }

    @Test
    @StripeRule(117)
    void aDowngradeTakesNothing() {
        Line unused = line("price_plus", -1_500, 1, true);
        Line rest = line("price_basic", 500, 1, true);

        assertThat(due(Reason.UPDATE, unused, rest)).isEqualTo(Due.NOTHING);
    }

    /** 1,000.500… for the unused share would be rounded twice if lines were rounded by themselves. */
    @Test
    void theSumIsRoundedOnce() {
        Line unused = line("price_basic", -1, 1, true);
        Line rest = line("price_basic", 3, 1, true);

        assertThat(tokens(Reason.UPDATE, unused, rest)).isEqualTo(1);
    }

    @Test
    @StripeRule(117)
    void aTrialBringsNothing() {
        assertThat(due(Reason.CREATE, line("price_basic", 0, 1, false))).isEqualTo(Due.NOTHING);
    }

    @Test
    @StripeRule(117)
    void whatCostsSomethingElseIsUnclear() {
        assertThat(misfit(due(Reason.CYCLE, line("price_basic", 500, 1, false))))
                .isEqualTo("the invoice charges 500 for plan basic, which costs 999");
        assertThat(misfit(due(Reason.CYCLE, line("price_other", 500, 1, false))))
                .isEqualTo("no line of the invoice is of a plan sold here");
    }

    @Test
    void aPriceThatNothingExplainsIsUnknown() {
        assertThat(allotments(basic(1), plus(1)).knowEveryPrice()).isTrue();
        assertThat(allotments(basic(1), line("price_seats", 4_000, 2, false)).knowEveryPrice())
                .isFalse();
    }

    /** Credited with nothing and told to nobody, an upgrade's money would be lost. */
    @Test
    @StripeRule(117)
    void aMoveToAPlanThatIsNotKnownIsUnclearOnceItCosts() {
        Line unused = line("price_basic", -500, 1, true);
        Line rest = line("price_unknown", 1_500, 1, true);
        Line whole = line("price_unknown", 600, 1, false);
        String unclear = "the invoice gives back for plan basic, and charges for a price that is not known";

        assertThat(misfit(due(Reason.UPDATE, unused, rest))).isEqualTo(unclear);
        assertThat(misfit(due(Reason.CYCLE, unused, line("price_unknown", 300, 1, true), whole)))
                .isEqualTo(unclear);
    }

    @Test
    @StripeRule(117)
    void whatIsGivenBackWithoutChargingAnythingBringsNothing() {
        Line unused = line("price_basic", -500, 1, true);

        assertThat(due(Reason.UPDATE, unused)).isEqualTo(Due.NOTHING);
        assertThat(due(Reason.UPDATE, unused, line("price_unknown", 400, 1, true)))
                .isEqualTo(Due.NOTHING);
        assertThat(due(
                        Reason.UPDATE,
                        line("price_plus", -1_500, 1, true),
                        line("price_basic", 500, 1, true),
                        line("price_seats", 4_000, 2, false)))
                .as("a downgrade beside what the host sells")
                .isEqualTo(Due.NOTHING);
        assertThat(due(Reason.CREATE, line("price_basic", 0, 1, false), line("price_seats", 4_000, 2, false)))
                .as("a trial beside what the host sells")
                .isEqualTo(Due.NOTHING);
    }

    private static Allotments allotments(Line... lines) {
        return new Allotments(invoice(Reason.CYCLE, lines), OrderItem.of(BASIC), List.of(), PLANS);
    }

    @Test
    void whatTheHostSellsBesideIsItsOwn() {
        assertThat(tokens(Reason.CYCLE, line("price_seats", 4_000, 2, false), basic(1)))
                .isEqualTo(500);
    }

    @Test
    void anAgreedPriceThatTheCatalogForgotStillBringsItsTokens() {
        Catalog renewed = catalog(SubscriptionPlan.monthly("basic", "Basic", 400, Money.of(1_299, "usd"))
                .withPriceId("price_new"));

        assertThat(tokens(
                        new Allotments(invoice(Reason.CYCLE, basic(1)), OrderItem.of(BASIC), List.of(), renewed).due()))
                .isEqualTo(500);
    }

    @Test
    void theFirstPeriodIsAsAgreedAndLaterOnesAsInTheCatalog() {
        Catalog better = catalog(SubscriptionPlan.monthly("basic", "Basic", 600, Money.of(999, "usd"))
                .withPriceId("price_basic"));

        assertThat(tokens(
                        new Allotments(invoice(Reason.CREATE, basic(0)), OrderItem.of(BASIC), List.of(), better).due()))
                .isEqualTo(500);
        assertThat(tokens(
                        new Allotments(invoice(Reason.CYCLE, basic(1)), OrderItem.of(BASIC), List.of(), better).due()))
                .isEqualTo(600);
    }

    @Test
    void anInlinePriceIsToldByItsAmount() {
        SubscriptionPlan inline = SubscriptionPlan.monthly("basic", "Basic", 500, Money.of(999, "usd"));
        Line made = line("price_made_by_stripe", 999, 1, false);

        assertThat(tokens(new Allotments(invoice(Reason.CYCLE, made), OrderItem.of(inline), List.of(), catalog(inline))
                        .due()))
                .isEqualTo(500);
        assertThat(misfit(new Allotments(invoice(Reason.CYCLE, made), OrderItem.of(PLUS), List.of(), catalog(inline))
                        .due()))
                .contains("no line");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void somethingElseOfTheSamePriceIsNoSecondPlan(boolean first) {
        SubscriptionPlan inline = SubscriptionPlan.monthly("basic", "Basic", 500, Money.of(999, "usd"));
        Line made = line("price_made_by_stripe", 999, 1, false);
        Line training = new Line("price_training", 999, 1, false, month(0), month(0));
        Line[] lines = first ? new Line[] {training, made} : new Line[] {made, training};

        Due due = new Allotments(invoice(Reason.CYCLE, lines), OrderItem.of(inline), List.of(), catalog(inline)).due();

        assertThat(tokens(due)).isEqualTo(500);
        assertThat(Objects.requireNonNull(due.allotment()).end()).isEqualTo(month(1));
    }

    private static long tokens(Reason reason, Line... lines) {
        return tokens(due(reason, lines));
    }

    private static long tokens(Due due) {
        return Objects.requireNonNull(due.allotment(), () -> misfit(due)).item().tokens();
    }

    private static String misfit(Due due) {
        return due.misfit() == null ? "none" : due.misfit().reason();
    }

    private static Due due(Reason reason, Line... lines) {
        return new Allotments(invoice(reason, lines), OrderItem.of(BASIC), List.of(), PLANS).due();
    }

    private static Line line(@Nullable String price, long amount, long quantity, boolean proration) {
        return new Line(price, amount, quantity, proration, month(0), month(1));
    }

    private static Invoice invoice(Reason reason, Line... lines) {
        long total = List.of(lines).stream().mapToLong(Line::amount).sum();
        return new Invoice(
                "in_1",
                PaymentMode.TEST,
                true,
                reason,
                "usd",
                total,
                total,
                Math.max(0, total),
                "sub_1",
                "cus_1",
                List.of("pi_1"),
                false,
                Map.of(),
                List.of(lines),
                month(0));
    }
}
