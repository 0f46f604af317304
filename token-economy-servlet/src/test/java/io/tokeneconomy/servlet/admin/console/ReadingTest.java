package io.tokeneconomy.servlet.admin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    @ParameterizedTest
    @CsvSource({"7, 7", "1000, 1000", "'1,000', 1000", "'12,345,678', 12345678", "-4, -4", "−4, -4", "+4, 4"})
    void thousandsMayBeGrouped(String text, long number) {
        assertThat(Reading.number("tokens", -10, 100_000_000).apply(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "12,50", "0,75", "1,0000", ",100", "100,", "1,,000", "1.5", "1 000", "", "--4", "٣"})
    void aDecimalCommaIsNoGroup(String text) {
        assertThatThrownBy(() -> Reading.number("tokens", 0, 1_000_000).apply(text))
                .isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @CsvSource({"75, 7500", "75.5, 7550", "75.50, 7550", "'1,075.50', 107550", "0, 0"})
    void moneyHasADecimalPoint(String text, long minor) {
        assertThat(Reading.minor("fee", 2, 1_000_000).apply(text)).isEqualTo(minor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"75,00", "2,9", "0,30", "1,2.5", "75.001", "-1", ".5", "1e3", ""})
    void moneyWithADecimalCommaIsRefused(String text) {
        assertThatThrownBy(() -> Reading.minor("fee", 2, 1_000_000).apply(text))
                .isInstanceOf(InvalidValueException.class);
    }
}
