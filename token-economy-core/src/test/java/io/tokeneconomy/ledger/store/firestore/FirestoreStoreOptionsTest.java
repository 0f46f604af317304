package io.tokeneconomy.ledger.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokeneconomy.error.InvalidValueException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirestoreStoreOptionsTest {

    private static final FirestoreStoreOptions DEFAULT = FirestoreStoreOptions.DEFAULT;

    @Test
    void patienceIsOneSecondToFiveMinutes() {
        assertThat(DEFAULT.withPatience(Duration.ofSeconds(1)).patience()).isEqualTo(Duration.ofSeconds(1));
        assertThat(DEFAULT.withPatience(Duration.ofMinutes(5)).patience()).isEqualTo(Duration.ofMinutes(5));
        refused("patience", () -> DEFAULT.withPatience(Duration.ofMillis(999)));
        refused("patience", () -> DEFAULT.withPatience(Duration.ofMinutes(5).plusNanos(1)));
    }

    @Test
    void upToAMillionAccountsAreRemembered() {
        assertThat(DEFAULT.withRemembered(0).remembered()).isZero();
        assertThat(DEFAULT.withRemembered(1_000_000).remembered()).isEqualTo(1_000_000);
        refused("remembered", () -> DEFAULT.withRemembered(-1));
        refused("remembered", () -> DEFAULT.withRemembered(1_000_001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a.b", "__a", "ä", "a b"})
    void aCollectionNeedsAPlainName(String name) {
        refused("collection", () -> FirestoreCollections.DEFAULT.withTransactions(name));
    }

    @Test
    void aCollectionsNameMayBeLong() {
        String longest = "x".repeat(100);
        assertThat(FirestoreCollections.DEFAULT.withTransactions(longest).transactions())
                .isEqualTo(longest);
        refused("collection", () -> FirestoreCollections.DEFAULT.withTransactions(longest + "x"));
    }

    @Test
    void noNameIsUsedTwice() {
        refused("collection", () -> FirestoreCollections.DEFAULT.withTransactions("token_orders"));
    }

    @Test
    void aPrefixStandsBeforeEveryName() {
        FirestoreCollections names = FirestoreCollections.prefixed("shop_");
        assertThat(names.transactions()).isEqualTo("shop_transactions");
        assertThat(names.accounts()).isEqualTo("shop_token_accounts");
        refused("collection", () -> FirestoreCollections.prefixed("a/"));
    }

    private static void refused(String field, Runnable setting) {
        assertThatThrownBy(setting::run)
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo(field));
    }
}
