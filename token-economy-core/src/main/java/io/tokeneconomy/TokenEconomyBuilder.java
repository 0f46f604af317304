package io.tokeneconomy;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.checkout.CheckoutSettings;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.event.TokenEconomyListener;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.OrderQuery;
import io.tokeneconomy.order.Order;
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
     * absent and leaves the address as it is.
     *
     * @param variables usually {@link System#getenv()}
     * @throws InvalidValueException with the variable's name, when a value is not allowed
     */
    public TokenEconomyBuilder environment(Map<String, String> variables) {
        String address = variables.getOrDefault("APP_BASE_URL", "").strip();
        if (!address.isEmpty()) {
            checkout(CheckoutSettings.at(address("APP_BASE_URL", address)));
        }
        return catalog(Catalog.fromEnvironment(variables));
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
        requireOneMode(ledgerStore, payments.mode());
        return new TokenEconomy(this, ledgerStore, payments, checkout);
    }

    private static URI address(String variable, String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException e) {
            throw new InvalidValueException(variable, "not an address", "an http or https address");
        }
    }

    /** Tokens bought with test money would be as good as real ones. */
    private static void requireOneMode(LedgerStore store, PaymentMode mode) {
        for (Order order : store.orders(OrderQuery.newest(1)).items()) {
            if (order.mode() != mode) {
                throw new InvalidValueException(
                        "payments",
                        mode + " mode",
                        order.mode() + " mode, as this store's orders are; use another store");
            }
        }
    }

    private static <T> T required(String setting, @Nullable T value) {
        if (value == null) {
            throw new InvalidValueException(setting, "missing", "a value: it is required");
        }
        return value;
    }
}
