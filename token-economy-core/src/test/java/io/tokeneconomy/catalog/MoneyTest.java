package io.tokeneconomy.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.error.InvalidValueException;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "999|usd|$9.99",
                "0|usd|$0.00",
                "7|usd|$0.07",
                "100|usd|$1.00",
                "123456|usd|$1,234.56",
                "99999999|usd|$999,999.99",
                "499|eur|€4.99",
                "500|jpy|¥500",
                "12345|krw|₩12,345",
                "100|cny|CN¥1.00",
                "999999999|inr|₹9,999,999.99",
                "999999999999|idr|IDR 9,999,999,999.99",
                "1050|chf|CHF 10.50",
                "5|mga|MGA 5",
                "500|isk|ISK 5.00",
                "500|ugx|UGX 5.00",
                "1045|huf|HUF 10.45",
                "5120|kwd|KWD 5.120",
                "70|bhd|BHD 0.070",
            })
    @StripeRule({44, 45})
    void formatsWithStripesDecimals(long amountMinor, String currency, String expected) {
        assertThat(Money.of(amountMinor, currency).format()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"999,usd,9.99", "500,jpy,500", "5120,kwd,5.120", "500,isk,5.00", "0,usd,0.00"})
    void itsAmountIsExact(long amountMinor, String currency, String expected) {
        assertThat(Money.of(amountMinor, currency).amount()).isEqualTo(new BigDecimal(expected));
    }

    @Test
    void formatsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Money.of(123_456, "usd").format()).isEqualTo("$1,234.56");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void itsTextNamesTheCurrency() {
        assertThat(Money.of(999, "usd")).hasToString("USD 9.99");
        assertThat(Money.of(500, "jpy")).hasToString("JPY 500");
    }

    @ParameterizedTest
    @CsvSource({
        "usd,99999999",
        "jpy,99999999",
        "inr,999999999",
        "cop,9999999999",
        "idr,999999999999",
        "kwd,99999990",
        "isk,99999900"
    })
    void takesTheMaximumAndNotOneMore(String currency, long maximum) {
        assertThat(Money.of(maximum, currency).amountMinor()).isEqualTo(maximum);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Money.of(maximum + 1, currency))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("amountMinor"));
    }

    @Test
    void refusesLessThanNothing() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Money.of(-1, "usd"))
                .withMessage("amountMinor is -1, allowed is: 0 to 99999999");
    }

    @ParameterizedTest
    @CsvSource({"5124,kwd,10", "1,tnd,10", "550,isk,100", "101,ugx,100"})
    @StripeRule(45)
    void refusesAmountsBetweenStripesSteps(long amountMinor, String currency, int step) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Money.of(amountMinor, currency))
                .withMessage(
                        "amountMinor is " + amountMinor + ", allowed is: a multiple of " + step + " in " + currency);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "USD", "us", "usdx", "xxx", "xau", "dem", "clf", "usd ", "\u0131sk"})
    void refusesCurrenciesStripeDoesNotTake(String currency) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Money.of(1, currency))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("currency"))
                .withMessageContaining("such as usd, eur or jpy");
    }

    @Test
    void multipliesExactlyUpToTheMaximum() {
        assertThat(Money.of(999, "usd").times(3)).isEqualTo(Money.of(2_997, "usd"));
        assertThat(Money.of(999, "usd").times(0)).isEqualTo(Money.of(0, "usd"));
        assertThat(Money.of(0, "usd").times(Long.MAX_VALUE)).isEqualTo(Money.of(0, "usd"));
        assertThat(Money.of(33_333_333, "usd").times(3)).isEqualTo(Money.of(99_999_999, "usd"));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 4, Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesQuantitiesWhoseProductDoesNotFit(long quantity) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Money.of(33_333_333, "usd").times(quantity))
                .withMessage("quantity is " + quantity + ", allowed is: 0 to 3");
    }

    @Test
    void sumsMayBeNegativeAndOfAnySize() {
        assertThat(Money.formatSum(1_199_000, "usd")).isEqualTo("$11,990.00");
        assertThat(Money.formatSum(-5, "usd")).isEqualTo("−$0.05");
        assertThat(Money.formatSum(Long.MIN_VALUE, "jpy")).isEqualTo("−¥9,223,372,036,854,775,808");
        assertThat(Money.formatSum(Long.MAX_VALUE, "kwd")).isEqualTo("KWD 9,223,372,036,854,775.807");
        assertThat(Money.formatSum(12, "none")).isEqualTo("12 none");
    }
}
