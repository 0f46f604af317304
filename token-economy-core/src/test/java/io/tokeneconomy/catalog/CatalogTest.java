package io.tokeneconomy.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tokeneconomy.error.InvalidValueException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogTest {

    @Test
    void theStandardCatalogIsTheFourPackages() {
        assertThat(Catalog.standard().packages())
                .extracting(
                        TokenPackage::id,
                        TokenPackage::name,
                        TokenPackage::tokens,
                        TokenPackage::bonus,
                        offer -> offer.price().format(),
                        TokenPackage::description)
                .containsExactly(
                        tuple("starter", "Starter", 50L, 0L, "$4.99", "Perfect for trying out"),
                        tuple("popular", "Popular", 110L, 10L, "$9.99", "Most popular (10% bonus)"),
                        tuple("pro", "Pro", 250L, 50L, "$19.99", "Power users (25% bonus)"),
                        tuple("creator", "Creator", 700L, 200L, "$49.99", "Maximum value (40% bonus)"));
        assertThat(Catalog.standard().packages())
                .allMatch(offer -> offer.priceId().isEmpty());
    }

    @Test
    void keepsTheOrderGiven() {
        Catalog catalog = Catalog.of(offer("c"), offer("a"), offer("b"));
        assertThat(catalog.packages()).extracting(TokenPackage::id).containsExactly("c", "a", "b");
    }

    @Test
    void cannotBeChanged() {
        Catalog.Builder builder = Catalog.builder().add(offer("a"));
        Catalog catalog = builder.build();
        builder.add(offer("b"));
        assertThat(catalog.packages()).hasSize(1);
        assertThatThrownBy(() -> catalog.packages().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void findsByExactId() {
        Catalog catalog = Catalog.standard();
        assertThat(catalog.find("popular")).contains(catalog.packages().get(1));
        assertThat(catalog.require("popular")).isEqualTo(catalog.packages().get(1));
        assertThat(catalog.find("Popular")).isEmpty();
        assertThat(catalog.find("")).isEmpty();
    }

    @Test
    void anUnknownPackageIsRefusedWithTheKnownOnes() {
        assertThatExceptionOfType(UnknownPackageException.class)
                .isThrownBy(() -> Catalog.standard().require("gold"))
                .withMessage("unknown package \"gold\", the catalog has: starter, popular, pro, creator")
                .satisfies(refusal -> assertThat(refusal.packageId()).isEqualTo("gold"))
                .satisfies(refusal -> assertThat(refusal.retryable()).isFalse());
    }

    @Test
    void anUnknownIdCannotForgeOrFloodALogLine() {
        String hostile = "gold\r\n" + "x".repeat(10_000);
        assertThatExceptionOfType(UnknownPackageException.class)
                .isThrownBy(() -> Catalog.of(offers(100)).require(hostile))
                .withMessageStartingWith("unknown package \"gold??x")
                .withMessageContaining(", p19 and 80 more")
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(300))
                .satisfies(refusal -> assertThat(refusal.packageId()).isEqualTo(hostile));
    }

    @Test
    void hasOneToAHundredPackages() {
        assertThat(Catalog.of(offers(1)).packages()).hasSize(1);
        assertThat(Catalog.of(offers(100)).packages()).hasSize(100);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Catalog.of(offers(0)))
                .withMessage("packages is 0, allowed is: 1 to 100 packages");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Catalog.of(offers(101)))
                .withMessage("packages is 101, allowed is: 1 to 100 packages");
    }

    @Test
    void everyIdIsThereOnce() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Catalog.of(offer("a"), offer("a")))
                .withMessage("package.a.id is \"a\", allowed is: one that no other package or plan has; a has it");
    }

    @Test
    void idsThatShareAVariableAreTheSame() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Catalog.of(offer("a-b"), offer("a_b")))
                .withMessageContaining("package.a_b.id")
                .withMessageContaining("a-b has it");
    }

    @Test
    void everyStripePriceIsThereOnce() {
        TokenPackage first = offer("a").withPriceId("price_1");
        Catalog.Builder builder = Catalog.builder().add(first);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> builder.add(offer("b").withPriceId("price_1")))
                .withMessage(
                        "package.b.price-id is \"price_1\", allowed is: one that no other package or plan has; a has it");
        TokenPackage corrected = offer("b").withPriceId("price_2");
        assertThat(builder.add(corrected).build().packages()).containsExactly(first, corrected);
    }

    @Test
    void pricesMayBeInDifferentCurrencies() {
        TokenPackage euro = Packages.offer("euro").price(Money.of(899, "eur")).build();
        assertThat(Catalog.of(offer("dollar"), euro).packages())
                .extracting(offer -> offer.price().currency())
                .containsExactly("usd", "eur");
    }

    @Test
    void equalsByItsPackagesInOrder() {
        Catalog catalog = Catalog.of(offer("a"), offer("b"));
        assertThat(catalog)
                .isEqualTo(Catalog.of(offer("a"), offer("b")))
                .hasSameHashCodeAs(Catalog.of(offers("a", "b")));
        assertThat(catalog).isNotEqualTo(Catalog.of(offers("b", "a"))).isNotEqualTo("a");
        assertThat(Catalog.of(offer("a"))).hasToString("Catalog[TokenPackage[a: 50 tokens for USD 9.99]]");
    }

    private static List<TokenPackage> offers(int count) {
        return IntStream.range(0, count).mapToObj(number -> offer("p" + number)).toList();
    }

    private static List<TokenPackage> offers(String... ids) {
        return List.of(ids).stream().map(CatalogTest::offer).toList();
    }

    private static TokenPackage offer(String id) {
        return Packages.offer(id).build();
    }
}
