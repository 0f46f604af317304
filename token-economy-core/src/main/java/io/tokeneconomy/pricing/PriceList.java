package io.tokeneconomy.pricing;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * What operations cost, each with the versions of its price. Immutable and safe to share between threads.
 *
 * <p>The price in force at a time is the one with the latest {@link Price#from} that is not after it. An operation keeps
 * its kind: fixed prices follow fixed ones, metered prices metered ones. Keep old versions in the list; who asks for
 * times gone by gets the price of then.
 *
 * <p>As text, in properties, versions are separated by commas:
 *
 * <pre>{@code
 * token-economy.prices.image = 5, 8 from 2027-01-01T00:00:00Z
 * token-economy.prices.llm = 1/1000
 * }</pre>
 */
public final class PriceList {

    /** Most prices in one list, all versions counted. */
    public static final int MAX_PRICES = 1_000;

    /** What the names of its properties begin with. */
    public static final String PREFIX = "token-economy.prices.";

    /** Nothing has a price. */
    public static final PriceList EMPTY = of();

    private static final int SHOWN = 20;

    private final Map<String, List<Price>> versions;

    private PriceList(Map<String, List<Price>> versions) {
        this.versions = versions;
    }

    /**
     * {@return a list of these prices}
     *
     * @param prices at most {@value #MAX_PRICES}, in any order
     * @throws InvalidValueException when there are too many, two of an operation begin at the same time, or an operation
     *     has fixed and metered prices
     */
    public static PriceList of(Price... prices) {
        return of(List.of(prices));
    }

    /**
     * {@return a list of these prices}
     *
     * @param prices at most {@value #MAX_PRICES}, in any order
     * @throws InvalidValueException when there are too many, two of an operation begin at the same time, or an operation
     *     has fixed and metered prices
     */
    public static PriceList of(Collection<? extends Price> prices) {
        Checks.range("number of prices", prices.size(), 0, MAX_PRICES);
        Map<String, List<Price>> versions = new TreeMap<>();
        prices.stream()
                .sorted(Comparator.comparing(Price::from))
                .forEach(price -> versions.computeIfAbsent(price.operation(), name -> new ArrayList<>())
                        .add(price));
        versions.replaceAll((operation, list) -> checked(list));
        return new PriceList(Collections.unmodifiableMap(versions));
    }

    /**
     * {@return a list of prices as text, such as {@code image} → {@code 5, 8 from 2027-01-01T00:00:00Z}}
     *
     * @param prices texts by operation
     * @throws InvalidValueException with the operation's name, when a text is not a price; or as {@link #of} does
     */
    public static PriceList parse(Map<String, String> prices) {
        List<Price> parsed = new ArrayList<>();
        // sorted, so that of several mistakes the same one is reported every time
        new TreeMap<>(prices).forEach((operation, text) -> parsed.addAll(PriceText.parse(operation, text)));
        return of(parsed);
    }

    /**
     * {@return a list of the properties whose names begin with {@value #PREFIX}; others are ignored}
     *
     * @throws InvalidValueException with the operation's name, when a value is not a price; or as {@link #of} does
     */
    public static PriceList fromProperties(Properties properties) {
        Map<String, String> prices = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                prices.put(name.substring(PREFIX.length()), properties.getProperty(name, ""));
            }
        }
        return parse(prices);
    }

    /** {@return the names of the operations, sorted} */
    public Set<String> operations() {
        return versions.keySet();
    }

    /**
     * {@return all versions of an operation's price, oldest first}
     *
     * @throws InvalidValueException when there is no such operation
     */
    public List<Price> versions(String operation) {
        List<Price> known = versions.get(operation);
        if (known == null) {
            throw unknown(operation);
        }
        return known;
    }

    /**
     * {@return the price in force at that time}
     *
     * @throws InvalidValueException when there is no such operation, or it has no price yet at that time
     */
    public Price inForce(String operation, Instant at) {
        Instant first = versions(operation).get(0).from();
        return find(operation, at)
                .orElseThrow(() ->
                        new InvalidValueException("time of " + operation, at, first + " or later: no price before"));
    }

    /** {@return the price in force at that time; empty when there is none} */
    Optional<Price> find(String operation, Instant at) {
        return versions.getOrDefault(operation, List.of()).stream()
                .filter(price -> !price.from().isAfter(at))
                .reduce((earlier, later) -> later);
    }

    private static List<Price> checked(List<Price> list) {
        for (int i = 1; i < list.size(); i++) {
            Price before = list.get(i - 1);
            Price price = list.get(i);
            if (before.from().equals(price.from())) {
                throw new InvalidValueException("price of " + price.operation(), price, "one price from each time on");
            }
            if (before.getClass() != price.getClass()) {
                throw new InvalidValueException(
                        "price of " + price.operation(), price, "a price of the same kind as " + before);
            }
        }
        return List.copyOf(list);
    }

    private InvalidValueException unknown(String operation) {
        String names = String.join(", ", operations().stream().limit(SHOWN).toList());
        int more = operations().size() - SHOWN;
        return new InvalidValueException(
                "operation",
                operation,
                versions.isEmpty()
                        ? "one of the price list, which is empty"
                        : "one of the price list: " + names + (more > 0 ? " and " + more + " more" : ""));
    }

    /** {@return the prices as text} */
    @Override
    public String toString() {
        return "PriceList" + versions.values();
    }
}
