package io.tokeneconomy.catalog;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One package on sale: so many tokens for so much money. Immutable.
 *
 * <pre>{@code
 * TokenPackage popular = TokenPackage.builder("popular")
 *         .name("Popular")
 *         .description("Most popular (10% bonus)")
 *         .tokens(110)
 *         .bonus(10)
 *         .price(Money.of(999, "usd"))
 *         .build();
 * }</pre>
 *
 * <p>A package is always paid for; tokens for free are a grant in the ledger, not a sale.
 */
public final class TokenPackage {

    /** The most tokens one package may credit: 1,000,000,000. */
    public static final long MAX_TOKENS = 1_000_000_000L;

    /** The most characters a name may have. */
    public static final int MAX_NAME_LENGTH = 100;

    /** The most characters a description may have. */
    public static final int MAX_DESCRIPTION_LENGTH = 500;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,63}");

    private final String id;
    private final String name;
    private final String description;
    private final long tokens;
    private final long bonus;
    private final Money price;
    private final @Nullable String priceId;

    private TokenPackage(Builder from, String name, Money price) {
        this.id = from.id;
        this.name = name;
        this.description = from.description;
        this.tokens = from.tokens;
        this.bonus = from.bonus;
        this.price = price;
        this.priceId = from.priceId;
    }

    /**
     * {@return a builder of the package of that id; name, tokens and price must be set}
     *
     * @param id a lower-case letter, then up to 63 of a-z, 0-9, {@code _} and {@code -}
     * @throws InvalidValueException when the id is anything else
     */
    public static Builder builder(String id) {
        return new Builder(checkedId("package.id", id));
    }

    static String checkedId(String field, String id) {
        return Checks.matching(field, id, ID, "a lower-case letter, then up to 63 of a-z 0-9 _ -");
    }

    /** {@return the id that checkout requests name} */
    public String id() {
        return id;
    }

    /** {@return the name a buyer sees} */
    public String name() {
        return name;
    }

    /** {@return one sentence for the buyer, empty when there is none} */
    public String description() {
        return description;
    }

    /** {@return how many tokens a purchase credits, bonus included} */
    public long tokens() {
        return tokens;
    }

    /** {@return how many of the tokens are a bonus: 0 to one less than all} */
    public long bonus() {
        return bonus;
    }

    /** {@return what a buyer pays, always more than 0} */
    public Money price() {
        return price;
    }

    /** {@return the id of the Stripe price to check out with; empty: {@link #price()} is sent inline} */
    public Optional<String> priceId() {
        return Optional.ofNullable(priceId);
    }

    /** {@return the environment variable that {@link Catalog#withEnvironment} reads the Stripe price's id from} */
    public String priceIdVariable() {
        return CatalogEnvironment.variable(id);
    }

    /**
     * {@return this package sold through that Stripe price}
     *
     * @param priceId {@code price_} followed by 1 to 249 letters, digits or {@code _}
     * @throws InvalidValueException when it is anything else, a {@code prod_} id for example
     */
    public TokenPackage withPriceId(String priceId) {
        return builder(id)
                .name(name)
                .description(description)
                .tokens(tokens)
                .bonus(bonus)
                .price(price)
                .priceId(priceId)
                .build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenPackage that && fields().equals(that.fields());
    }

    @Override
    public int hashCode() {
        return fields().hashCode();
    }

    private List<Object> fields() {
        return List.of(id, name, description, tokens, bonus, price, priceId());
    }

    @Override
    public String toString() {
        return "TokenPackage[" + id + ": " + tokens + " tokens for " + price + "]";
    }

    /** Collects one package; every setter refuses what is not allowed, naming {@code package.<id>.<field>}. */
    public static final class Builder {

        private final String id;
        private @Nullable String name;
        private String description = "";
        private long tokens;
        private long bonus;
        private @Nullable Money price;
        private @Nullable String priceId;

        private Builder(String id) {
            this.id = id;
        }

        /**
         * Sets the name a buyer sees.
         *
         * @param name 1 to 100 characters, not blank, no control characters
         * @return this builder
         */
        public Builder name(String name) {
            this.name = Checks.text(field("name"), name, MAX_NAME_LENGTH);
            return this;
        }

        /**
         * Sets one sentence for the buyer; empty unless set.
         *
         * @param description at most 500 characters, no control characters
         * @return this builder
         */
        public Builder description(String description) {
            String given = required("description", description);
            Checks.optionalText(field("description"), given, MAX_DESCRIPTION_LENGTH);
            this.description = given;
            return this;
        }

        /**
         * Sets how many tokens a purchase credits, bonus included.
         *
         * @param tokens 1 to {@value TokenPackage#MAX_TOKENS}
         * @return this builder
         */
        public Builder tokens(long tokens) {
            this.tokens = Checks.range(field("tokens"), tokens, 1, MAX_TOKENS);
            return this;
        }

        /**
         * Sets how many of the tokens are a bonus; 0 unless set.
         *
         * @param bonus 0 or more, and less than all tokens (checked by {@link #build()})
         * @return this builder
         */
        public Builder bonus(long bonus) {
            this.bonus = Checks.range(field("bonus"), bonus, 0, MAX_TOKENS - 1);
            return this;
        }

        /**
         * Sets what a buyer pays.
         *
         * @param price more than 0
         * @return this builder
         */
        public Builder price(Money price) {
            if (required("price", price).amountMinor() == 0) {
                throw new InvalidValueException(field("price"), price, "more than 0; free tokens are a grant");
            }
            this.price = price;
            return this;
        }

        /**
         * Sets the Stripe price to check out with; unless set, the price is sent inline.
         *
         * @param priceId {@code price_} followed by 1 to 249 letters, digits or {@code _}
         * @return this builder
         */
        public Builder priceId(String priceId) {
            this.priceId = PriceId.checked(field("price-id"), required("price-id", priceId));
            return this;
        }

        /**
         * {@return the package}
         *
         * @throws InvalidValueException when name, tokens or price were not set, or all tokens are bonus
         */
        public TokenPackage build() {
            String name = required("name", this.name);
            long tokens = required("tokens", this.tokens == 0 ? null : this.tokens);
            Money price = required("price", this.price);
            Checks.range(field("bonus"), bonus, 0, tokens - 1);
            return new TokenPackage(this, name, price);
        }

        private <T> T required(String name, @Nullable T value) {
            return Missing.refuse(field(name), value);
        }

        private String field(String name) {
            return "package." + id + "." + name;
        }
    }
}
