package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JdbcOptionsTest {

    @Test
    void theDefaultsAreThoseOfTheDocumentation() {
        assertThat(JdbcOptions.DEFAULT).isEqualTo(new JdbcOptions(Duration.ofSeconds(30), true, 4, "", "te_", 65_536));
    }

    @Test
    void theBusyTimeoutIsAMillisecondToAnHour() {
        assertThat(JdbcOptions.DEFAULT.withBusyTimeout(Duration.ofMillis(1)).busyTimeout())
                .hasMillis(1);
        assertThat(JdbcOptions.DEFAULT.withBusyTimeout(Duration.ofHours(1)).busyTimeout())
                .hasHours(1);
        assertRefused("busyTimeout", () -> JdbcOptions.DEFAULT.withBusyTimeout(Duration.ofNanos(999_999)));
        assertRefused(
                "busyTimeout",
                () -> JdbcOptions.DEFAULT.withBusyTimeout(Duration.ofHours(1).plusNanos(1)));
        assertRefused("busyTimeout", () -> JdbcOptions.DEFAULT.withBusyTimeout(Duration.ofSeconds(-1)));
    }

    @Test
    void readersAreOneToSixtyFour() {
        assertThat(JdbcOptions.DEFAULT.withReaders(1).readers()).isEqualTo(1);
        assertThat(JdbcOptions.DEFAULT.withReaders(64).readers()).isEqualTo(64);
        assertRefused("readers", () -> JdbcOptions.DEFAULT.withReaders(0));
        assertRefused("readers", () -> JdbcOptions.DEFAULT.withReaders(65));
    }

    private static void assertRefused(String field, Runnable setting) {
        assertThatThrownBy(setting::run)
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo(field));
    }
}
