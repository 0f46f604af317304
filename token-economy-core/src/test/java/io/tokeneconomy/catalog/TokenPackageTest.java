package io.tokeneconomy.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokeneconomy.error.InvalidValueException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenPackageTest {

    @Test
    void keepsWhatWasSet() {
        TokenPackage popular = popular()
                .description("Most popular")
                .bonus(10)
                .priceId("price_1")
                .build();
        assertThat(popular.id()).isEqualTo("popular");
        assertThat(popular.name()).isEqualTo("Popular");
        assertThat(popular.description()).isEqualTo("Most popular");
        assertThat(popular.tokens()).isEqualTo(110);
        assertThat(popular.bonus()).isEqualTo(10);
        assertThat(popular.price()).isEqualTo(Money.of(999, "usd"));
        assertThat(popular.priceId()).contains("price_1");
        assertThat(popular).hasToString("TokenPackage[popular: 110 tokens for USD 9.99]");
    }

    @Test
    void hasNoDescriptionBonusOrPriceIdUnlessSet() {
        TokenPackage popular = popular().build();
        assertThat(popular.description()).isEmpty();
        assertThat(popular.bonus()).isZero();
        assertThat(popular.priceId()).isEmpty();
    }

    @Test
    void withPriceIdChangesNothingElse() {
        TokenPackage.Builder builder = popular().description("Most popular").bonus(10);
        TokenPackage before = builder.build();
        assertThat(before.withPriceId("price_1"))
                .isEqualTo(builder.priceId("price_1").build());
        assertThat(before.priceId()).isEmpty();
    }

    @Test
    void equalsByEveryField() {
        TokenPackage popular = popular().build();
        assertThat(popular)
                .isEqualTo(popular().build())
                .hasSameHashCodeAs(popular().build());
        assertThat(popular)
                .isNotEqualTo(popular().name("Other").build())
                .isNotEqualTo(popular().description("Other").build())
                .isNotEqualTo(popular().tokens(111).build())
                .isNotEqualTo(popular().bonus(1).build())
                .isNotEqualTo(popular().price(Money.of(999, "eur")).build())
                .isNotEqualTo(popular().priceId("price_1").build())
                .isNotEqualTo(Packages.offer("other").name("Popular").build())
                .isNotEqualTo("popular");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "popular", "a-b_c9", "a123456789012345678901234567890123456789012345678901234567890123"})
    void takesSafeIds(String id) {
        assertThat(Packages.offer(id).build().id()).isEqualTo(id);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "A",
                "1a",
                "-a",
                "_a",
                "a.b",
                "a b",
                "a\n",
                "ä",
                "a1234567890123456789012345678901234567890123456789012345678901234"
            })
    void refusesOtherIds(String id) {
        refused("package.id", () -> TokenPackage.builder(id));
    }

    @Test
    void takesTokensFromOneToTheMaximum() {
        assertThat(popular().tokens(1).build().tokens()).isEqualTo(1);
        assertThat(popular().tokens(1_000_000_000).build().tokens()).isEqualTo(1_000_000_000);
        refused("package.popular.tokens", () -> popular().tokens(0));
        refused("package.popular.tokens", () -> popular().tokens(-1));
        refused("package.popular.tokens", () -> popular().tokens(1_000_000_001));
    }

    @Test
    void aBonusIsLessThanAllTokens() {
        assertThat(popular().bonus(109).build().bonus()).isEqualTo(109);
        refused("package.popular.bonus", () -> popular().bonus(110).build());
        refused("package.popular.bonus", () -> popular().bonus(-1));
        refused("package.popular.bonus", () -> popular().bonus(1_000_000_000));
    }

    @Test
    void aBonusMayBeSetBeforeTheTokens() {
        assertThat(popular().bonus(500).tokens(700).build().bonus()).isEqualTo(500);
    }

    @Test
    void aPackageIsNeverFree() {
        assertThat(popular().price(Money.of(1, "usd")).build().price().amountMinor())
                .isEqualTo(1);
        refused("package.popular.price", () -> popular().price(Money.of(0, "usd")));
    }

    @Test
    void limitsNameAndDescription() {
        assertThat(popular()
                        .name("n".repeat(100))
                        .description("d".repeat(500))
                        .build()
                        .name())
                .hasSize(100);
        refused("package.popular.name", () -> popular().name("n".repeat(101)));
        refused("package.popular.name", () -> popular().name(" "));
        refused("package.popular.name", () -> popular().name("a\nb"));
        refused("package.popular.description", () -> popular().description("d".repeat(501)));
        refused("package.popular.description", () -> popular().description("a\u0000"));
    }

    @Test
    void namesTheFieldThatWasNotSet() {
        TokenPackage.Builder builder = TokenPackage.builder("popular");
        refused("package.popular.name", builder::build);
        refused("package.popular.tokens", builder.name("Popular")::build);
        refused("package.popular.price", builder.tokens(110)::build);
        assertThat(builder.price(Money.of(999, "usd")).build())
                .isEqualTo(popular().build());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "price_", "prod_123", "plan_1", "Price_1", "price_a b", "price_1\n", "price_é"})
    void refusesWhatIsNotAPriceId(String priceId) {
        refused("package.popular.price-id", () -> popular().priceId(priceId));
        refused("package.popular.price-id", () -> popular().build().withPriceId(priceId));
    }

    @Test
    void aPriceIdHasAtMost255Characters() {
        String longest = "price_" + "1".repeat(249);
        assertThat(popular().priceId(longest).build().priceId()).contains(longest);
        refused("package.popular.price-id", () -> popular().priceId(longest + "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sk_live_abc", "rk_test_abc", "whsec_abc", " sk_live_abc", "KEY=sk_live_abc", "a\nsk_live_abc"})
    void neverShowsAKeyGivenAsPriceId(String secret) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> popular().priceId(secret))
                .withMessageContaining("(hidden)")
                .withMessageNotContaining("abc");
    }

    private static TokenPackage.Builder popular() {
        return Packages.offer("popular").name("Popular").tokens(110);
    }

    private static void refused(String field, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
