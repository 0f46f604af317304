package io.tokeneconomy.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tokeneconomy.StripeRule;
import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class MoneyPropertyTest {

    @Property(tries = 5_000)
    @StripeRule(45)
    void whatIsShownIsExactlyWhatIsMeant(@ForAll("amounts") Money money) {
        StripeCurrency rules = StripeCurrency.require("currency", money.currency());
        BigDecimal shown = new BigDecimal(number(money.format(), rules));
        assertThat(shown.scale()).isEqualTo(rules.fractionDigits());
        assertThat(shown.unscaledValue()).isEqualTo(BigInteger.valueOf(money.amountMinor()));
    }

    @Property(tries = 5_000)
    void digitsAreGroupedInThrees(@ForAll("amounts") Money money) {
        String shown = money.format();
        StripeCurrency rules = StripeCurrency.require("currency", money.currency());
        String fraction = rules.fractionDigits() == 0 ? "" : "\\.[0-9]{" + rules.fractionDigits() + "}";
        assertThat(shown).startsWith(rules.symbol());
        assertThat(shown.substring(rules.symbol().length())).matches("[0-9]{1,3}(,[0-9]{3})*" + fraction);
    }

    @Property(tries = 2_000)
    void timesIsRepeatedAddition(@ForAll("amounts") Money money, @ForAll @LongRange(max = 20) long quantity) {
        BigInteger product = BigInteger.valueOf(money.amountMinor()).multiply(BigInteger.valueOf(quantity));
        long maximum = StripeCurrency.require("currency", money.currency()).maxMinor();
        if (product.compareTo(BigInteger.valueOf(maximum)) <= 0) {
            assertThat(money.times(quantity)).isEqualTo(Money.of(product.longValueExact(), money.currency()));
        } else {
            assertThat(catchThrowable(() -> money.times(quantity))).hasMessageStartingWith("quantity is " + quantity);
        }
    }

    @Provide
    Arbitrary<Money> amounts() {
        return Arbitraries.of(StripeCurrency.all())
                .flatMap(rules -> Arbitraries.longs()
                        .between(0, rules.maxMinor() / rules.stepMinor())
                        .map(steps -> Money.of(steps * rules.stepMinor(), rules.code())));
    }

    private static String number(String shown, StripeCurrency rules) {
        return shown.substring(rules.symbol().length()).replace(",", "");
    }
}
