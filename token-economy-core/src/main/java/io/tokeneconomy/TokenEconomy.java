package io.tokeneconomy;

import io.tokeneconomy.audit.LedgerAudit;
import io.tokeneconomy.audit.engine.AuditEngine;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.checkout.Checkout;
import io.tokeneconomy.checkout.CheckoutSettings;
import io.tokeneconomy.checkout.Orders;
import io.tokeneconomy.checkout.Refunds;
import io.tokeneconomy.checkout.engine.CheckoutEngine;
import io.tokeneconomy.checkout.engine.Customers;
import io.tokeneconomy.checkout.engine.OrderReader;
import io.tokeneconomy.checkout.engine.RefundEngine;
import io.tokeneconomy.event.Outbox;
import io.tokeneconomy.event.engine.Announcer;
import io.tokeneconomy.event.engine.OutboxEngine;
import io.tokeneconomy.event.engine.WatchedStore;
import io.tokeneconomy.fulfilment.Fulfilment;
import io.tokeneconomy.fulfilment.FulfilmentPolicy;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.engine.JoiningLedger;
import io.tokeneconomy.ledger.engine.LedgerEngine;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.payment.SavedCardPayments;
import io.tokeneconomy.pricing.Prices;
import io.tokeneconomy.reconcile.ParkedPayments;
import io.tokeneconomy.reconcile.Reconciliation;
import io.tokeneconomy.reconcile.engine.ParkedEngine;
import io.tokeneconomy.reconcile.engine.ReconciliationEngine;
import io.tokeneconomy.reconcile.engine.TrailingRepair;
import io.tokeneconomy.topup.TopUps;
import io.tokeneconomy.topup.engine.TopUpEngine;
import io.tokeneconomy.topup.engine.TopUpWatch;
import io.tokeneconomy.webhook.Webhooks;
import io.tokeneconomy.webhook.engine.WebhookEngine;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Sells prepaid tokens: packages from a catalog, paid through a payment provider, credited exactly once into a ledger
 * from which the host spends them.
 *
 * <p>Thread-safe; one per application. It owns its store and its payment gateway: {@link #close()} closes both.
 *
 * <pre>{@code
 * try (TokenEconomy economy = TokenEconomy.builder()
 *         .store(JdbcLedgerStore.sqlite(Path.of("tokens.db")))
 *         .payments(StripeGateway.of(secretKey, webhookSecret))
 *         .baseUrl(URI.create("https://shop.example"))
 *         .build()) {
 *     AccountId alice = AccountId.of("alice");
 *     economy.checkout().start(alice, "popular").url();             // send the buyer there
 *     economy.webhooks().receive(body, signatureHeader);            // credits once
 *     economy.ledger().spend(alice, 10, IdempotencyKey.of("img-42")).orElseThrow();
 *     economy.ledger().balance(alice).available();
 * }
 * }</pre>
 */
public final class TokenEconomy implements AutoCloseable {

    private final LedgerStore store;
    private final PaymentGateway gateway;
    private final Catalog catalog;
    private final CheckoutSettings settings;
    private final LedgerEngine ledger;
    private final Ledger joining;
    private final Prices prices;
    private final Checkout checkout;
    private final Webhooks webhooks;
    private final Orders orders;
    private final Refunds refunds;
    private final Reconciliation reconciliation;
    private final ParkedPayments parked;
    private final LedgerAudit audit;
    private final OutboxEngine outbox;
    private final @Nullable TopUpEngine topUps;
    private final Upkeep upkeep;

    TokenEconomy(TokenEconomyBuilder parts, LedgerStore store, PaymentGateway gateway, CheckoutSettings settings) {
        this.store = store;
        this.gateway = gateway;
        this.catalog = parts.catalog;
        this.settings = settings;
        InstantSource time = parts.time;
        TopUpWatch topUpWatch = new TopUpWatch();
        Announcer announcer = new Announcer(parts.listeners(topUpWatch), parts.lowBalance);
        this.outbox = new OutboxEngine(store, time, parts.subscribers, parts.lowBalance);
        WatchedStore watched = new WatchedStore(store, parts.subscribers.keySet(), outbox::wake, announcer);
        FulfilmentPolicy policy = new FulfilmentPolicy(parts.clawback, parts.creditFree, parts.creditEarlier);
        Fulfilment fulfilment = new Fulfilment(watched, gateway, time, announcer, policy, catalog);
        this.ledger = new LedgerEngine(watched, time, announcer);
        this.joining = new JoiningLedger(
                ledger, parts.host, transaction -> new LedgerEngine(watched.joining(transaction), time, announcer));
        this.prices = new Prices(joining, parts.prices, time);
        Customers customers = new Customers(watched, gateway, time);
        this.checkout = new CheckoutEngine(catalog, settings, watched, gateway, fulfilment, customers, time);
        this.webhooks = new WebhookEngine(gateway, fulfilment, customers, parts.handlers);
        this.orders = new OrderReader(store);
        this.refunds = new RefundEngine(orders, gateway, fulfilment);
        ReconciliationEngine reconciler = new ReconciliationEngine(store, gateway, fulfilment);
        this.reconciliation = reconciler;
        this.parked = new ParkedEngine(store, gateway, fulfilment, time);
        this.audit = new AuditEngine(store, time);
        this.topUps = gateway instanceof SavedCardPayments cards
                ? new TopUpEngine(catalog, watched, gateway, cards, fulfilment, announcer, time, topUpWatch)
                : null;
        this.upkeep =
                Upkeep.start(parts, store, ledger, outbox, new TrailingRepair(reconciler, time), topUps, topUpWatch);
    }

    /** {@return a builder; store, payments and base URL must be given} */
    public static TokenEconomyBuilder builder() {
        return new TokenEconomyBuilder();
    }

    /** {@return what is on sale} */
    public Catalog catalog() {
        return catalog;
    }

    /** {@return the book of all tokens} */
    public Ledger ledger() {
        return joining;
    }

    /** {@return spending by the price list} */
    public Prices prices() {
        return prices;
    }

    /** {@return selling} */
    public Checkout checkout() {
        return checkout;
    }

    /** {@return the endpoint for what the payment provider tells} */
    public Webhooks webhooks() {
        return webhooks;
    }

    /** {@return what was sold, and which payments wait for a person} */
    public Orders orders() {
        return orders;
    }

    /** {@return giving buyers their money back} */
    public Refunds refunds() {
        return refunds;
    }

    /** {@return comparing the ledger with the payment provider} */
    public Reconciliation reconciliation() {
        return reconciliation;
    }

    /** {@return deciding about payments that wait for a person} */
    public ParkedPayments parked() {
        return parked;
    }

    /**
     * {@return buying with the buyer's saved card when few tokens are left}
     *
     * @throws IllegalStateException when the payment gateway cannot charge saved cards
     */
    public TopUps topUps() {
        if (topUps == null) {
            throw new IllegalStateException(gateway + " cannot charge saved cards: it is no SavedCardPayments");
        }
        return topUps;
    }

    /** {@return the delivery to subscribers} */
    public Outbox outbox() {
        return outbox;
    }

    /** {@return verification, checkpoints, reports and erasure} */
    public LedgerAudit audit() {
        return audit;
    }

    /** {@return the shop's address and where buyers return to} */
    public CheckoutSettings settings() {
        return settings;
    }

    /**
     * Ends what runs in the background, waiting for work under way for some seconds, lets the ledger finish what it has
     * under way, then closes the store and the payment gateway. Closing again does nothing.
     */
    @Override
    public void close() {
        try {
            drain();
        } finally {
            closeParts();
        }
    }

    /**
     * The first half of {@link #close()}, where store and gateway are somebody else's to close: ends what runs in the
     * background, waiting for work under way for some seconds, and lets the ledger finish what it has under way. It books
     * nothing more. Doing it again does nothing.
     */
    public void drain() {
        upkeep.close();
        ledger.close();
    }

    private void closeParts() {
        try {
            store.close();
        } finally {
            gateway.close();
        }
    }
}
