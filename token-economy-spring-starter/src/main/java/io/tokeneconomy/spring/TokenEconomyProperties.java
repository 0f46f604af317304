package io.tokeneconomy.spring;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties under {@code token-economy}. Three must be set: {@code base-url}, {@code stripe.secret-key} and {@code
 * stripe.webhook-secrets}; the last two only as long as there is no {@code PaymentGateway} bean.
 *
 * @param enabled Whether anything is configured at all.
 * @param baseUrl Public address of the application, to which buyers return from the payment page; https with a live
 *     key. Required.
 * @param stripe Access to Stripe.
 * @param store Where tokens and orders are kept.
 * @param catalog What is on sale.
 * @param web Endpoints and pages.
 */
@ConfigurationProperties(TokenEconomyProperties.PREFIX)
public record TokenEconomyProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable URI baseUrl,
        @DefaultValue StripeSettings stripe,
        @DefaultValue StoreSettings store,
        @DefaultValue CatalogSettings catalog,
        @DefaultValue WebSettings web) {

    /** What all names begin with: {@value}. */
    public static final String PREFIX = "token-economy";

    /** Default of {@code store.sqlite-file}. */
    public static final String SQLITE_FILE = "data/tokens.db";

    /**
     * Access to Stripe; not looked at when there is a {@code PaymentGateway} bean.
     *
     * @param secretKey Secret or restricted key of the Stripe account, sk_test_…, rk_test_…, sk_live_… or rk_live_….
     *     Required.
     * @param webhookSecrets Signing secrets of the webhook endpoints, whsec_…, 1 to 16. Several while one is replaced.
     *     Required.
     * @param apiBase Address of Stripe's API, for tests. By default Stripe's own.
     */
    public record StripeSettings(
            @Nullable String secretKey,
            @DefaultValue List<String> webhookSecrets,
            @Nullable URI apiBase) {

        /** Copies the list. */
        public StripeSettings {
            webhookSecrets = List.copyOf(webhookSecrets);
        }

        /** Shows no secret. */
        @Override
        public String toString() {
            return "StripeSettings[secretKey=" + (secretKey == null ? "missing" : "hidden") + ", webhookSecrets="
                    + webhookSecrets.size() + " hidden, apiBase=" + apiBase + "]";
        }
    }

    /**
     * Where tokens and orders are kept; not looked at when there is a {@code LedgerStore} bean.
     *
     * @param sqliteFile Path of the SQLite database file on disk, in a folder that exists; the default's is made.
     */
    public record StoreSettings(@DefaultValue(SQLITE_FILE) String sqliteFile) {}

    /**
     * What is on sale; not looked at when there is a {@code Catalog} bean. With neither a file nor packages the standard
     * catalog is.
     *
     * @param file Path of a catalog's properties file on disk (not on the class path), instead of packages.
     * @param packages Packages on sale, in the order a buyer sees them.
     */
    public record CatalogSettings(
            @Nullable String file, @DefaultValue List<PackageSettings> packages) {

        /** Copies the list. */
        public CatalogSettings {
            packages = List.copyOf(packages);
        }
    }

    /**
     * One package on sale.
     *
     * @param id What checkout requests name: a lower-case letter, then up to 63 of a-z, 0-9, _ and -.
     * @param name Name a buyer sees.
     * @param description One sentence for the buyer.
     * @param tokens Tokens that a purchase credits, bonus included.
     * @param bonus How many of the tokens are a bonus.
     * @param price Price in minor units of the currency: 999 is $9.99.
     * @param currency Lower-case ISO 4217 code.
     * @param priceId Id of a Stripe price to check out with, price_…; without one the price is sent inline.
     */
    public record PackageSettings(
            @DefaultValue("") String id,
            @DefaultValue("") String name,
            @DefaultValue("") String description,
            long tokens,
            long bonus,
            long price,
            @DefaultValue("") String currency,
            @Nullable String priceId) {}

    /**
     * Endpoints and pages, in servlet web applications.
     *
     * @param enabled Whether the filter is mounted.
     * @param order Where the filter of API and pages stands among the filters, such as after the one that signs users in.
     *     By default after all others, also those without an order.
     * @param csrfSecret Key of CSRF tokens, 32 bytes or more, the same on all nodes. By default random at each start; not
     *     looked at when there is a {@code TokenEconomyFilter} bean.
     */
    public record WebSettings(
            @DefaultValue("true") boolean enabled,
            @Nullable Integer order,
            @Nullable String csrfSecret) {

        /** Shows no secret. */
        @Override
        public String toString() {
            return "WebSettings[enabled=" + enabled + ", order=" + order + ", csrfSecret="
                    + (csrfSecret == null ? "missing" : "hidden") + "]";
        }
    }
}
