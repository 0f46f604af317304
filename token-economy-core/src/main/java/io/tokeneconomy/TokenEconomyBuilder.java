package io.tokeneconomy;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.checkout.CheckoutSettings;
import io.tokeneconomy.checkout.engine.OneMode;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.event.TokenEconomyListener;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.webhook.PaymentEventHandler;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a {@link TokenEconomy} together. A wrong setting is refused by its setter. Not thread-safe. */
public final class TokenEconomyBuilder {

    private static final String APP_BASE_URL = "APP_BASE_URL";

    Catalog catalog = Catalog.standard();
    InstantSource time = InstantSource.system();
    final List<TokenEconomyListener> listeners = new ArrayList<>();
    final Map<String, List<PaymentEventHandler>> handlers = new HashMap<>();

    private @Nullable LedgerStore store;
    private @Nullable PaymentGateway gateway;
    private @Nullable CheckoutSettings settings;

    TokenEconomyBuilder() {}

    /** Where everything is kept; required. The economy closes it. */
    public TokenEconomyBuilder store(LedgerStore ledgerStore) {
        this.store = ledgerStore;
        return this;
    }

    /** Who takes the money; required. The economy closes it. */
    public TokenEconomyBuilder payments(PaymentGateway paymentGateway) {
        this.gateway = paymentGateway;
        return this;
    }

    /**
     * The shop's public address, to which buyers return; required (or {@link #checkout}). In live mode it must be https.
     *
     * @throws InvalidValueException when it is not an absolute http or https address
     */
    public TokenEconomyBuilder baseUrl(URI baseUrl) {
        return checkout(CheckoutSettings.at(baseUrl));
    }

    /** The shop's address with other paths and another lifetime than {@link #baseUrl} gives. */
    public TokenEconomyBuilder checkout(CheckoutSettings checkoutSettings) {
        this.settings = checkoutSettings;
        return this;
    }

    /**
     * Catalog and address from environment variables: {@code APP_BASE_URL}, and what {@link Catalog#fromEnvironment}
     * reads ({@code STRIPE_TOKEN_<ID>_PRICE_ID}, {@code TOKEN_ECONOMY_CATALOG}). A blank {@code APP_BASE_URL} counts as
     * absent. What is set already and no variable speaks of stays as it is.
     *
     * @param variables usually {@link System#getenv()}
     * @throws InvalidValueException with the variable's name, when a value is not allowed
     */
    public TokenEconomyBuilder environment(Map<String, String> variables) {
        String address = variables.getOrDefault(APP_BASE_URL, "").strip();
        if (!address.isEmpty()) {
            checkout(settingsAt(address));
        }
        boolean otherCatalog =
                !variables.getOrDefault("TOKEN_ECONOMY_CATALOG", "").isBlank();
        return catalog(otherCatalog ? Catalog.fromEnvironment(variables) : catalog.withEnvironment(variables));
    }

    private CheckoutSettings settingsAt(String address) {
        try {
            URI url = new URI(address);
            return settings == null ? CheckoutSettings.at(url) : settings.withBaseUrl(url);
        } catch (URISyntaxException | InvalidValueException e) {
            throw new InvalidValueException(
                    APP_BASE_URL, "not such an address", "an http or https address without user, query and fragment");
        }
    }

    /** What is on sale; by default {@link Catalog#standard()}. */
    public TokenEconomyBuilder catalog(Catalog newCatalog) {
        this.catalog = newCatalog;
        return this;
    }

    /** Told about what was committed; may be called several times. */
    public TokenEconomyBuilder listener(TokenEconomyListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * The host's handler for the payment provider's events that are not token purchases, such as {@code
     * customer.subscription.updated}; may be called several times, also for one type.
     *
     * @throws InvalidValueException when the type is empty or too long
     */
    public TokenEconomyBuilder onEvent(String type, PaymentEventHandler handler) {
        handlers.computeIfAbsent(Checks.text("event type", type, 100), t -> new ArrayList<>())
                .add(handler);
        return this;
    }

    /** The time of everything; by default the system's. For tests. */
    public TokenEconomyBuilder time(InstantSource instants) {
        this.time = instants;
        return this;
    }

    /**
     * {@return the economy} When this throws, store and payments stay open.
     *
     * @throws InvalidValueException when something required is missing, live payments meet an http address, or the store
     *     holds orders of the other mode
     * @throws io.tokeneconomy.ledger.store.StoreException when the store cannot be read
     */
    public TokenEconomy build() {
        CheckoutSettings checkout = required("baseUrl", settings);
        PaymentGateway payments = required("payments", gateway);
        if (payments.mode() == PaymentMode.LIVE && !checkout.secure()) {
            throw new InvalidValueException(
                    "baseUrl", checkout.baseUrl().toString(), "an https address when payments are live");
        }
        LedgerStore ledgerStore = required("store", store);
        OneMode.require(ledgerStore, payments.mode());
        return new TokenEconomy(this, ledgerStore, payments, checkout);
    }

    private static <T> T required(String setting, @Nullable T value) {
        if (value == null) {
            throw new InvalidValueException(setting, "missing", "a value: it is required");
        }
        return value;
    }
}
