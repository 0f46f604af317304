package io.tokeneconomy.ledger.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import java.time.Duration;
import java.util.List;
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

    @Test
    void aSchemaIsAPlainNameOrNone() {
        assertThat(JdbcOptions.DEFAULT.withSchema("billing_2").schema()).isEqualTo("billing_2");
        assertThat(JdbcOptions.DEFAULT.withSchema("s".repeat(60)).schema()).hasSize(60);
        assertThat(JdbcOptions.DEFAULT.withSchema("").schema()).isEmpty();
        for (String bad : List.of("Billing", "2b", "a.b", "a b", "a;--", "a\"", "s".repeat(61))) {
            assertRefused("schema", () -> JdbcOptions.DEFAULT.withSchema(bad));
        }
    }

    @Test
    void aTablePrefixIsAPlainName() {
        assertThat(JdbcOptions.DEFAULT.withTablePrefix("p".repeat(30)).tablePrefix())
                .hasSize(30);
        for (String bad : List.of("", "_", "Te_", "1_", "a-", "a.b", "p".repeat(31))) {
            assertRefused("tablePrefix", () -> JdbcOptions.DEFAULT.withTablePrefix(bad));
        }
    }

    @Test
    void cachedAccountsAreNoneToTenMillion() {
        assertThat(JdbcOptions.DEFAULT.withCachedAccounts(0).cachedAccounts()).isZero();
        assertThat(JdbcOptions.DEFAULT.withCachedAccounts(10_000_000).cachedAccounts())
                .isEqualTo(10_000_000);
        assertRefused("cachedAccounts", () -> JdbcOptions.DEFAULT.withCachedAccounts(-1));
        assertRefused("cachedAccounts", () -> JdbcOptions.DEFAULT.withCachedAccounts(10_000_001));
    }

    private static void assertRefused(String field, Runnable setting) {
        assertThatThrownBy(setting::run)
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo(field));
    }
}
