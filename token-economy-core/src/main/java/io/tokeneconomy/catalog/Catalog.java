package io.tokeneconomy.catalog;

import io.tokeneconomy.error.InvalidValueException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The packages and plans on sale, in the order a buyer sees them. Immutable and safe to share between threads.
 *
 * <p>A catalog has up to {@value #MAX_PACKAGES} packages and as many plans, and one of either at least. No two may
 * have the same id, ids that differ only in {@code -} and {@code _} count as the same (they share one environment
 * variable), and no two may have the same Stripe price. Packages may be priced in different currencies: every order
 * carries its own, nothing is ever added up across them.
 *
 * <p>{@link #fromProperties(Path)} reads this format, in UTF-8; {@code price} is in minor units of {@code currency}, and
 * {@code description}, {@code bonus}, {@code rolls-over} and {@code price-id} may be left out or blank, as may one of the
 * two lists:
 *
 * <pre>{@code
 * packages = starter, popular
 * package.starter.name = Starter
 * package.starter.tokens = 50
 * package.starter.price = 499
 * package.starter.currency = usd
 * package.popular.name = Popular
 * package.popular.description = Most popular (10% bonus)
 * package.popular.tokens = 110
 * package.popular.bonus = 10
 * package.popular.price = 999
 * package.popular.currency = usd
 * package.popular.price-id = price_1PqExample
 *
 * plans = studio
 * plan.studio.name = Studio
 * plan.studio.tokens = 12000
 * plan.studio.price = 9999
 * plan.studio.currency = usd
 * plan.studio.interval = year
 * plan.studio.rolls-over = 6000
 * }</pre>
 *
 * <p>A plan's {@code interval} is {@code month} or {@code year}; {@code rolls-over} is the most tokens of earlier periods
 * that stay at a renewal ({@link Leftover#rollsOver}), without it they expire with their period.
 *
 * <p>Anything that is not exactly this is refused with an {@link InvalidValueException} that names the key, what was
 * given and what is allowed: a key that is not listed above, a key given twice, a field left out, a fraction.
 */
public final class Catalog {

    /** The most packages a catalog may have. */
    public static final int MAX_PACKAGES = 100;

    private static final Catalog STANDARD = StandardPackages.catalog();

    private final Map<String, TokenPackage> byId;
    private final Map<String, SubscriptionPlan> plans;

    private Catalog(Map<String, TokenPackage> byId, Map<String, SubscriptionPlan> plans) {
        this.byId = byId;
        this.plans = plans;
    }

    /** {@return the four packages on sale unless a shop has its own: starter, popular, pro, creator, in USD} */
    public static Catalog standard() {
        return STANDARD;
    }

    /** {@return an empty builder} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return a catalog of those packages, in that order}
     *
     * @param packages 1 to {@value #MAX_PACKAGES} packages
     * @throws InvalidValueException when there are none or too many, or two share an id or a Stripe price
     */
    public static Catalog of(TokenPackage... packages) {
        return of(List.of(packages));
    }

    /**
     * {@return a catalog of those packages, in that order}
     *
     * @param packages 1 to {@value #MAX_PACKAGES} packages
     * @throws InvalidValueException when there are none or too many, or two share an id or a Stripe price
     */
    public static Catalog of(Collection<TokenPackage> packages) {
        Builder builder = builder();
        packages.forEach(builder::add);
        return builder.build();
    }

    /**
     * {@return the catalog of a properties file in the format above}
     *
     * @param file a readable file in UTF-8 of at most 256 KiB
     * @throws InvalidValueException when the file cannot be read, or its content is not a valid catalog
     */
    public static Catalog fromProperties(Path file) {
        return fromProperties(CatalogFile.read("catalog file", file));
    }

    /**
     * {@return the catalog of properties in the format above}
     *
     * @param properties nothing but the keys of the format
     * @throws InvalidValueException when the properties are not a valid catalog
     */
    public static Catalog fromProperties(Properties properties) {
        return new CatalogProperties(properties).catalog();
    }

    /**
     * {@return the catalog an environment asks for} That is the file named by {@code TOKEN_ECONOMY_CATALOG}, or the
     * standard catalog when that is absent or blank; then {@link #withEnvironment(Map)}.
     *
     * @param environment the variables, usually {@link System#getenv()}; others are ignored
     * @throws InvalidValueException when the file or a price variable is refused
     */
    public static Catalog fromEnvironment(Map<String, String> environment) {
        return CatalogEnvironment.base(environment).withEnvironment(environment);
    }

    /**
     * {@return this catalog with the Stripe prices of an environment} The variable of a package or plan
     * is {@code STRIPE_TOKEN_<ID>_PRICE_ID}, the id in upper case with {@code -} as {@code _}. A price given there takes
     * the place of its own; a blank variable counts as absent.
     *
     * @param environment the variables, usually {@link System#getenv()}; others are ignored
     * @throws InvalidValueException when such a variable names no package or plan of this catalog, or is not a Stripe price id
     */
    public Catalog withEnvironment(Map<String, String> environment) {
        return CatalogEnvironment.applyPriceIds(this, environment);
    }

    /** {@return the packages, in the order a buyer sees them} */
    public List<TokenPackage> packages() {
        return List.copyOf(byId.values());
    }

    /**
     * {@return the package of that id, or empty}
     *
     * @param id any text
     */
    public Optional<TokenPackage> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * {@return the package of that id}
     *
     * @param id any text
     * @throws UnknownPackageException when there is none
     */
    public TokenPackage require(String id) {
        return find(id).orElseThrow(() -> new UnknownPackageException(id, List.copyOf(byId.keySet())));
    }

    /** {@return the plans, in the order a buyer sees them; none unless they were added} */
    public List<SubscriptionPlan> plans() {
        return List.copyOf(plans.values());
    }

    /**
     * {@return the plan of that id, or empty}
     *
     * @param id any text
     */
    public Optional<SubscriptionPlan> findPlan(String id) {
        return Optional.ofNullable(plans.get(id));
    }

    /**
     * {@return the plan of that id}
     *
     * @param id any text
     * @throws UnknownPlanException when there is none
     */
    public SubscriptionPlan requirePlan(String id) {
        return findPlan(id).orElseThrow(() -> new UnknownPlanException(id, List.copyOf(plans.keySet())));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Catalog that && packages().equals(that.packages()) && plans().equals(that.plans());
    }

    @Override
    public int hashCode() {
        return Objects.hash(packages(), plans());
    }

    @Override
    public String toString() {
        return "Catalog" + byId.values() + (plans.isEmpty() ? "" : plans.values());
    }

    /** Collects packages; each is checked against those before it. */
    public static final class Builder {

        private final Map<String, TokenPackage> byId = new LinkedHashMap<>();
        private final Map<String, SubscriptionPlan> plans = new LinkedHashMap<>();
        private final Map<String, String> idByVariable = new LinkedHashMap<>();
        private final Map<String, String> idByPrice = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a package after those already there.
         *
         * @param tokenPackage a package whose id and Stripe price no other package has
         * @return this builder
         * @throws InvalidValueException when another package has them, or the catalog is full
         */
        public Builder add(TokenPackage tokenPackage) {
            String id = tokenPackage.id();
            if (byId.size() == MAX_PACKAGES) {
                throw new InvalidValueException("packages", MAX_PACKAGES + 1, "1 to " + MAX_PACKAGES + " packages");
            }
            take("package", id, tokenPackage.priceId().orElse(""));
            byId.put(id, tokenPackage);
            return this;
        }

        /**
         * Adds a plan after those already there.
         *
         * @param plan a plan whose id and Stripe price no package and no other plan has
         * @return this builder
         * @throws InvalidValueException when another has them, or the catalog is full
         */
        public Builder add(SubscriptionPlan plan) {
            if (plans.size() == MAX_PACKAGES) {
                throw new InvalidValueException("plans", MAX_PACKAGES + 1, "at most " + MAX_PACKAGES + " plans");
            }
            take("plan", plan.id(), plan.priceId().orElse(""));
            plans.put(plan.id(), plan);
            return this;
        }

        /**
         * {@return the catalog}
         *
         * @throws InvalidValueException when it is empty
         */
        public Catalog build() {
            if (byId.isEmpty() && plans.isEmpty()) {
                throw new InvalidValueException("packages", 0, "1 to " + MAX_PACKAGES + " packages");
            }
            return new Catalog(new LinkedHashMap<>(byId), new LinkedHashMap<>(plans));
        }

        private void take(String kind, String id, String priceId) {
            String variable = CatalogEnvironment.variable(id);
            refuseTaken(kind + "." + id + ".id", id, idByVariable.get(variable));
            refuseTaken(kind + "." + id + ".price-id", priceId, idByPrice.get(priceId));
            idByVariable.put(variable, id);
            if (!priceId.isEmpty()) {
                idByPrice.put(priceId, id);
            }
        }

        private static void refuseTaken(String field, String value, @Nullable String owner) {
            if (owner != null) {
                throw new InvalidValueException(
                        field, value, "one that no other package or plan has; " + owner + " has it");
            }
        }
    }
}
