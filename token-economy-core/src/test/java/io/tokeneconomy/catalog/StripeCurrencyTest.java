package io.tokeneconomy.catalog;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StripeCurrencyTest {

    /** Newer than the first builds of JDK 17. */
    private static final Set<String> NEW_CODES = Set.of("sle", "xcg");

    @Test
    void everyCurrencyExists() {
        Set<String> known = Currency.getAvailableCurrencies().stream()
                .map(currency -> currency.getCurrencyCode().toLowerCase(Locale.ROOT))
                .collect(toSet());
        known.addAll(NEW_CODES);
        assertThat(StripeCurrency.all()).extracting(StripeCurrency::code).isSubsetOf(known);
    }

    @Test
    @StripeRule(45)
    void differsFromJavaInExactlyThreeCurrencies() {
        assertThat(StripeCurrency.all().stream()
                        .filter(currency -> !NEW_CODES.contains(currency.code()))
                        .filter(currency -> currency.fractionDigits() != javaDigits(currency))
                        .map(StripeCurrency::code))
                .containsExactlyInAnyOrder("isk", "mga", "ugx");
    }

    @Test
    void hasMoreThan135Currencies() {
        assertThat(StripeCurrency.all()).hasSizeGreaterThan(135);
    }

    @Test
    void noSymbolStandsForTwoCurrencies() {
        assertThat(StripeCurrency.all()).extracting(StripeCurrency::symbol).doesNotHaveDuplicates();
    }

    private static int javaDigits(StripeCurrency currency) {
        return Currency.getInstance(currency.code().toUpperCase(Locale.ROOT)).getDefaultFractionDigits();
    }
}
