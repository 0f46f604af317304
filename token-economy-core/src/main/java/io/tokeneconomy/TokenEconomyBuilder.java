package io.tokeneconomy;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.checkout.CheckoutSettings;
import io.tokeneconomy.checkout.engine.OneMode;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.event.EntrySubscriber;
import io.tokeneconomy.event.TokenEconomyListener;
import io.tokeneconomy.event.engine.SubscriberNames;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.ClawbackPolicy;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.store.HostTransactions;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.SavedCardPayments;
import io.tokeneconomy.pricing.PriceList;
import io.tokeneconomy.webhook.PaymentEventHandler;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Puts a {@link TokenEconomy} together. A wrong setting is refused by its setter. Not thread-safe. */
public final class TokenEconomyBuilder {

    /** Most subscribers: {@value}. */
    public static final int MAX_SUBSCRIBERS = 20;

    /** Default of {@link #sweepEvery}. */
    public static final Duration SWEEP_EVERY = Duration.ofMinutes(5);

    /** Default of {@link #dispatchEvery}. */
    public static final Duration DISPATCH_EVERY = Duration.ofSeconds(1);

    private static final String APP_BASE_URL = "APP_BASE_URL";

    Catalog catalog = Catalog.standard();
    PriceList prices = PriceList.EMPTY;
    InstantSource time = InstantSource.system();
    HostTransactions host = HostTransactions.NONE;
    final List<TokenEconomyListener> listeners = new ArrayList<>();
    final Map<String, List<PaymentEventHandler>> handlers = new HashMap<>();
    final Map<String, EntrySubscriber> subscribers = new LinkedHashMap<>();
    ClawbackPolicy clawback = ClawbackPolicy.DEBT;
    boolean creditFree = true;
    boolean creditEarlier;
    ToLongFunction<AccountId> lowBalance = account -> 0;
    Duration sweepEvery = SWEEP_EVERY;
    Duration dispatchEvery = DISPATCH_EVERY;
    Duration reconcileEvery = Duration.ZERO;
    Duration topUpEvery = Duration.ZERO;

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

    /** What the host's own operations cost in tokens; by default nothing has a price. */
    public TokenEconomyBuilder prices(PriceList priceList) {
        this.prices = priceList;
        return this;
    }

    /** Told about what was committed, at most once; may be called several times. See {@link TokenEconomyListener}. */
    public TokenEconomyBuilder listener(TokenEconomyListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Receives what follows from every entry, durably and at least once; see {@link EntrySubscriber}. Give it to every
     * process that books, those that started before do not know of it. It receives what is booked from then on; for what
     * was booked before see {@link io.tokeneconomy.event.Outbox#replay}. Each one costs a booking one small row more,
     * unless one is there already.
     *
     * @param name the same for ever and in every process: 1 to 50 letters, digits, dots, hyphens and underscores, not
     *     beginning with {@code te.}
     * @param subscriber who receives
     * @throws InvalidValueException when the name is not allowed or taken, or there are {@value #MAX_SUBSCRIBERS} already
     */
    public TokenEconomyBuilder subscribe(String name, EntrySubscriber subscriber) {
        Checks.range("number of subscribers", subscribers.size() + 1L, 1, MAX_SUBSCRIBERS);
        if (subscribers.putIfAbsent(SubscriberNames.check(name), subscriber) != null) {
            throw new InvalidValueException("subscriber", name, "a name that is not taken yet");
        }
        return this;
    }

    /**
     * When an account's balance counts as low: when what is available falls to so many tokens or below. By default no
     * balance does.
     *
     * @param tokens 1 to {@value LedgerLimits#MAX_BALANCE}
     * @throws InvalidValueException when the number is out of range
     */
    public TokenEconomyBuilder lowBalanceAt(long tokens) {
        Checks.range("lowBalanceAt", tokens, 1, LedgerLimits.MAX_BALANCE);
        return lowBalanceAt(account -> tokens);
    }

    /**
     * When each account's balance counts as low. Asked after every booking, so answer from memory; what it throws counts
     * as 0 for listeners and as a failure of subscribers.
     *
     * @param tokens an account's threshold; below 1: never
     */
    public TokenEconomyBuilder lowBalanceAt(ToLongFunction<AccountId> tokens) {
        this.lowBalance = tokens;
        return this;
    }

    /**
     * What happens when money goes back whose tokens were spent already; by default {@link ClawbackPolicy#DEBT}: the
     * account owes them, and pays with its next credit.
     */
    public TokenEconomyBuilder clawback(ClawbackPolicy policy) {
        this.clawback = policy;
        return this;
    }

    /**
     * Whether a purchase is credited that cost its buyer nothing, as after a discount of 100 %; by default it is, since
     * the discount is the seller's own. Otherwise it is parked and listed. Applies to what is told from now on: switched
     * on again, what was parked is credited when it is told or confirmed once more.
     */
    public TokenEconomyBuilder creditFree(boolean credit) {
        this.creditFree = credit;
        return this;
    }

    /**
     * Whether sales are credited that an earlier system began: sessions marked as a purchase of tokens that name user,
     * package and tokens, but no order, when the catalog sells the same for the same price. By default they are parked.
     *
     * <p>Nothing at the provider tells whether the earlier system has credited such a session already. So switch this on
     * only once that system credits no more, and for balances that do not hold its sales yet: {@link #reconcileEvery} looks
     * 31 days back.
     */
    public TokenEconomyBuilder creditEarlier(boolean credit) {
        this.creditEarlier = credit;
        return this;
    }

    /**
     * How often holds that time out and lots that expire are booked in the background, by default every 5 minutes, each
     * pause up to a quarter shorter or longer so that processes do not all come at once. Of several on one store one does
     * it each time. Balances are right without.
     *
     * @param pause 1 second to 1 day, or {@link Duration#ZERO} for never: then call {@code ledger().sweep}
     * @throws InvalidValueException when it is out of range
     */
    public TokenEconomyBuilder sweepEvery(Duration pause) {
        this.sweepEvery = pause("sweepEvery", pause, Duration.ofSeconds(1), Duration.ofDays(1));
        return this;
    }

    /**
     * How often subscribers' backlogs are looked for in the background, by default every second. What this process books
     * is delivered without waiting for it; what others book, and did not deliver, is.
     *
     * @param pause 10 milliseconds to 1 hour, or {@link Duration#ZERO} for never: then call {@code outbox().dispatch}
     * @throws InvalidValueException when it is out of range
     */
    public TokenEconomyBuilder dispatchEvery(Duration pause) {
        this.dispatchEvery = pause("dispatchEvery", pause, Duration.ofMillis(10), Duration.ofHours(1));
        return this;
    }

    /**
     * How often the last 3 days are reconciled with the payment provider in the background, and what differs is repaired;
     * never by default. The first time is a second after the start; then, and once a day, it is the last 31 days. What it
     * finds is logged. Of several processes on one store one does it each time; when that one dies over it, the others wait
     * for 15 minutes.
     *
     * @param pause 1 minute to 1 day, or {@link Duration#ZERO} for never: then call {@link TokenEconomy#reconciliation}
     * @throws InvalidValueException when it is out of range
     */
    public TokenEconomyBuilder reconcileEvery(Duration pause) {
        this.reconcileEvery = pause("reconcileEvery", pause, Duration.ofMinutes(1), Duration.ofDays(1));
        return this;
    }

    /**
     * Switches on that tokens are bought with saved cards for buyers who {@link TokenEconomy#topUps() allowed} it, and how
     * often it is looked for in the background what this process did not see: balances that others spent, cooldowns that are
     * over, outcomes that are unknown. Never by default. Several processes may; each account is charged once.
     *
     * @param pause 1 second to 1 day, or {@link Duration#ZERO} for never: then call {@code topUps().run}
     * @throws InvalidValueException when it is out of range
     */
    public TokenEconomyBuilder topUpEvery(Duration pause) {
        this.topUpEvery = pause("topUpEvery", pause, Duration.ofSeconds(1), Duration.ofDays(1));
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

    /**
     * The host's own transactions, so that what {@code ledger()} and {@code prices()} book inside one is committed or rolled
     * back with it; by default they take part in none. Listeners are told after its commit. Checkouts, webhooks and
     * everything else keep transactions of their own; a charge is refused inside one.
     */
    public TokenEconomyBuilder hostTransactions(HostTransactions transactions) {
        this.host = transactions;
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
        if (!topUpEvery.isZero() && !(payments instanceof SavedCardPayments)) {
            throw new InvalidValueException(
                    "topUpEvery", topUpEvery, "zero with payments that cannot charge saved cards");
        }
        OneMode.require(ledgerStore, payments.mode());
        return new TokenEconomy(this, ledgerStore, payments, checkout);
    }

    /** The host's listeners, and ours where it is wanted: an economy without any does not have to tell. */
    List<TokenEconomyListener> listeners(TokenEconomyListener topUps) {
        List<TokenEconomyListener> all = new ArrayList<>(listeners);
        if (!topUpEvery.isZero()) {
            all.add(topUps);
        }
        return all;
    }

    private static Duration pause(String setting, Duration pause, Duration shortest, Duration longest) {
        boolean fits = pause.compareTo(shortest) >= 0 && pause.compareTo(longest) <= 0;
        if (!fits && !pause.isZero()) {
            throw new InvalidValueException(setting, pause, shortest + " to " + longest + ", or " + Duration.ZERO);
        }
        return pause;
    }

    private static <T> T required(String setting, @Nullable T value) {
        if (value == null) {
            throw new InvalidValueException(setting, "missing", "a value: it is required");
        }
        return value;
    }
}
