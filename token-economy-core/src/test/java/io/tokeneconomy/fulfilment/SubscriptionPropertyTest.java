package io.tokeneconomy.fulfilment;

import static io.tokeneconomy.fulfilment.SubscriptionCase.BASIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.catalog.Leftover;
import io.tokeneconomy.fulfilment.SubscriptionLife.Month;
import io.tokeneconomy.fulfilment.SubscriptionLife.Telling;
import io.tokeneconomy.ledger.ClawbackPolicy;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A subscriber who also buys packages, spends and gets money back: what may and what may not happen to his tokens. */
class SubscriptionPropertyTest {

    /** Money that goes back in its own month is netted with its invoice; so no credit meets a debt of another's. */
    @Property(tries = 300)
    @StripeRule({115, 118})
    void theOrderWithinAMonthDoesNotMatter(
            @ForAll("months") List<Month> months, @ForAll("leftovers") Leftover leftover, @ForAll Random random) {
        List<Month> netted = months.stream()
                .map(month -> new Month(month.packages(), month.spend(), Math.min(month.refundAgo(), 0), month.minor()))
                .toList();
        assertSameLots(netted, Telling.SHUFFLED, leftover, ClawbackPolicy.DEBT, random);
    }

    @Property(tries = 300)
    @StripeRule({115, 118})
    void theNumberOfDeliveriesDoesNotMatter(
            @ForAll("months") List<Month> months,
            @ForAll("leftovers") Leftover leftover,
            @ForAll ClawbackPolicy policy,
            @ForAll Random random) {
        assertSameLots(months, Telling.REPEATED, leftover, policy, random);
    }

    private static void assertSameLots(
            List<Month> months, Telling telling, Leftover leftover, ClawbackPolicy policy, Random random) {
        try (SubscriptionLife plain = new SubscriptionLife(BASIC.withLeftover(leftover), policy);
                SubscriptionLife other = new SubscriptionLife(BASIC.withLeftover(leftover), policy)) {
            for (Month month : months) {
                plain.live(month, Telling.ONCE, random);
                other.live(month, telling, random);
                assertThat(other.lots()).as("after %s", month).isEqualTo(plain.lots());
            }
            plain.assertBooksAgree();
            other.assertBooksAgree();
        }
    }

    @Property(tries = 300)
    @StripeRule({115, 118})
    void boughtTokensOutliveEveryRenewalAndEachInvoiceBringsOneAllotment(
            @ForAll("months") List<Month> months,
            @ForAll("leftovers") Leftover leftover,
            @ForAll ClawbackPolicy policy,
            @ForAll Random random) {
        try (SubscriptionLife life = new SubscriptionLife(BASIC.withLeftover(leftover), policy)) {
            for (Month month : months) {
                life.live(month, Telling.SHUFFLED, random);
            }
            life.assertBooksAgree();
        }
    }

    @Provide
    Arbitrary<List<Month>> months() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.longs().between(0, 900),
                        Arbitraries.integers().between(-2, 3),
                        Arbitraries.longs().between(1, 999))
                .as(Month::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(7);
    }

    @Provide
    Arbitrary<Leftover> leftovers() {
        return Arbitraries.of(Leftover.expires(), Leftover.rollsOver(1), Leftover.rollsOver(600));
    }
}
