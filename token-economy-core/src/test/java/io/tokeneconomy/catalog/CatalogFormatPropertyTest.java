package io.tokeneconomy.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokeneconomy.error.InvalidValueException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any catalog, written down in the documented format, is read as the same catalog. */
class CatalogFormatPropertyTest {

    @Property(tries = 1_000)
    void whatIsWrittenIsRead(@ForAll("catalogs") Catalog catalog) {
        assertThat(Catalog.fromProperties(reloaded(written(catalog)))).isEqualTo(catalog);
    }

    @Property(tries = 1_000)
    void withoutAnyOneRequiredKeyItIsRefusedByThatKey(@ForAll("catalogs") Catalog catalog, @ForAll int choice) {
        Properties properties = written(catalog);
        List<String> required = properties.stringPropertyNames().stream()
                .filter(key -> !key.matches("packages|plans|.*\\.(description|bonus|rolls-over|price-id)"))
                .sorted()
                .toList();
        String key = required.get(Math.floorMod(choice, required.size()));
        properties.remove(key);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Catalog.fromProperties(properties))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(key));
    }

    @Provide
    Arbitrary<Catalog> catalogs() {
        Arbitrary<Set<String>> ids = Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(8)
                .set()
                .ofMinSize(1)
                .ofMaxSize(8);
        return ids.flatMap(names -> Combinators.combine(names.stream()
                        .map(id -> Arbitraries.oneOf(offers(id), plans(id)))
                        .toList())
                .as(CatalogFormatPropertyTest::catalog));
    }

    private static Catalog catalog(List<Object> items) {
        Catalog.Builder catalog = Catalog.builder();
        for (Object item : items) {
            if (item instanceof SubscriptionPlan plan) {
                catalog.add(plan);
            } else {
                catalog.add((TokenPackage) item);
            }
        }
        return catalog.build();
    }

    private static Arbitrary<Object> offers(String id) {
        return Combinators.combine(titles(), tokens().filter(tokens -> tokens > 1), prices(), flags(), flags())
                .as((name, tokens, price, priced, more) -> {
                    TokenPackage.Builder offer =
                            TokenPackage.builder(id).name(name).tokens(tokens).price(price);
                    if (priced) {
                        offer.priceId("price_" + id);
                    }
                    return (more ? offer.bonus(tokens / 2).description(name) : offer).build();
                });
    }

    private static Arbitrary<Object> plans(String id) {
        Arbitrary<Leftover> leftovers =
                Arbitraries.oneOf(Arbitraries.just(Leftover.expires()), tokens().map(Leftover::rollsOver));
        return Combinators.combine(titles(), tokens(), prices(), Arbitraries.of(Interval.values()), leftovers, flags())
                .as((name, tokens, price, interval, leftover, priced) -> new SubscriptionPlan(
                        id, name, tokens, price, interval, leftover, priced ? "price_" + id : null));
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }

    /** Spaces around a value do not count, so a title has none there. */
    private static Arbitrary<String> titles() {
        return Arbitraries.strings()
                .withChars("abcÄß漢 =:#!\\,.'\"")
                .ofMinLength(1)
                .ofMaxLength(TokenPackage.MAX_NAME_LENGTH)
                .map(String::strip)
                .filter(title -> !title.isEmpty());
    }

    private static Arbitrary<Long> tokens() {
        return Arbitraries.longs().between(1, TokenPackage.MAX_TOKENS);
    }

    private static Arbitrary<Money> prices() {
        return Arbitraries.of(StripeCurrency.all())
                .flatMap(rules -> Arbitraries.longs()
                        .between(1, rules.maxMinor() / rules.stepMinor())
                        .map(steps -> Money.of(steps * rules.stepMinor(), rules.code())));
    }

    private static Properties written(Catalog catalog) {
        Properties properties = new Properties();
        properties.setProperty(
                "packages", catalog.packages().stream().map(TokenPackage::id).collect(Collectors.joining(", ")));
        properties.setProperty(
                "plans", catalog.plans().stream().map(SubscriptionPlan::id).collect(Collectors.joining(",")));
        catalog.packages().forEach(offer -> write(properties, offer));
        catalog.plans().forEach(plan -> write(properties, plan));
        return properties;
    }

    private static void write(Properties properties, TokenPackage offer) {
        String prefix = "package." + offer.id() + ".";
        properties.setProperty(prefix + "name", offer.name());
        properties.setProperty(prefix + "description", offer.description());
        properties.setProperty(prefix + "tokens", String.valueOf(offer.tokens()));
        properties.setProperty(prefix + "bonus", String.valueOf(offer.bonus()));
        write(properties, prefix, offer.price());
        properties.setProperty(prefix + "price-id", offer.priceId().orElse(""));
    }

    private static void write(Properties properties, SubscriptionPlan plan) {
        String prefix = "plan." + plan.id() + ".";
        properties.setProperty(prefix + "name", plan.name());
        properties.setProperty(prefix + "tokens", String.valueOf(plan.tokens()));
        properties.setProperty(prefix + "interval", plan.interval() == Interval.MONTH ? "month" : "year");
        write(properties, prefix, plan.price());
        Long cap = plan.leftover().cap();
        properties.setProperty(prefix + "rolls-over", cap == null ? "" : String.valueOf(cap));
        properties.setProperty(prefix + "price-id", plan.priceId().orElse(""));
    }

    private static void write(Properties properties, String prefix, Money price) {
        properties.setProperty(prefix + "price", String.valueOf(price.amountMinor()));
        properties.setProperty(prefix + "currency", price.currency());
    }

    /** Through the text of a file, with all that it has to escape. */
    private static Properties reloaded(Properties properties) {
        try {
            StringWriter file = new StringWriter();
            properties.store(file, null);
            Properties loaded = new Properties();
            loaded.load(new StringReader(file.toString()));
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
