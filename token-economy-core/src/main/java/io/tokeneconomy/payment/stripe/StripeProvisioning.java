package io.tokeneconomy.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.service.V1Services;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.stripe.AccountState.PriceState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets a Stripe account up from a catalog: a product and a price for each package, a product and a recurring price
 * for each plan, and the webhook endpoint. Thread-safe.
 *
 * <pre>{@code
 * StripeProvisioning stripe = StripeProvisioning.builder()
 *         .secretKey(System.getenv("STRIPE_SECRET_KEY"))
 *         .baseUrl(URI.create("https://shop.example"))
 *         .build();
 * ProvisioningPlan plan = stripe.plan(catalog);            // asks, changes nothing
 * System.out.println(plan.text());
 * stripe.apply(plan).webhookSecret().ifPresent(secrets::keep);
 * }</pre>
 *
 * <p>The same from a shell: {@link Provision}. A shop need not be provisioned: a package or plan without a Stripe price is
 * sold at the catalog's price, which goes along with each checkout. Provisioned, it is a product of its own in Stripe's
 * reports, and {@link #priced} is the catalog to sell it by.
 *
 * <p><b>Names.</b> A package's or plan's product has the id {@code te_<id>_<12 hexadecimal digits of the application's
 * name>}; its price has the lookup key {@code <application>.<id>}, {@code token-economy.popular} for example. Both
 * carry the application's name in their metadata as {@code te_app} and the package or plan as {@code package_id}, the endpoint
 * carries {@code te_app}. What is in these places without these marks is never touched: it is a conflict, and nothing is
 * applied until it is gone. (An endpoint without any mark at the shop's own address is taken over.)
 *
 * <p><b>A changed price.</b> Amounts cannot be changed at Stripe. The new amount is a new price, to which the lookup key
 * moves in the same request; the old price stays active, since a shop that still runs with the old catalog sells by it.
 * Subscribers keep paying the price they subscribed at. Packages and plans that leave the catalog keep product and price.
 * One whose price id in the catalog is a price made by
 * somebody else is not managed, only compared.
 *
 * <p><b>Again and again.</b> Applying twice changes nothing the second time. It may be interrupted anywhere and run
 * again, and two may do it at once: there will be one product and one price for each package and plan, and one endpoint.
 *
 * <p><b>Key.</b> A restricted key needs the permissions Products, Prices and Webhook Endpoints: write to apply, read to
 * plan, and Prices: read for {@link #priced}. One that is missing is named in the {@link PaymentException}. On a live
 * key, {@link #apply} needs {@link StripeProvisioningBuilder#live(boolean) live(true)} as well.
 */
public final class StripeProvisioning {

    private static final Logger LOG = LoggerFactory.getLogger(StripeProvisioning.class);
    private static final String INVOICE_PAID = "invoice.paid";

    /**
     * What a webhook endpoint hears: checkouts, refunds, disputes, deleted customers, payments with saved cards; for a
     * catalog with plans {@code invoice.paid} too. Those that a version of this
     * library does not act on are acknowledged and ignored.
     */
    public static final List<String> EVENTS = List.of(
            "checkout.session.completed",
            "checkout.session.async_payment_succeeded",
            "checkout.session.async_payment_failed",
            "checkout.session.expired",
            "charge.refunded",
            "refund.created",
            "refund.updated",
            "refund.failed",
            "charge.dispute.created",
            "charge.dispute.updated",
            "charge.dispute.closed",
            "charge.dispute.funds_withdrawn",
            "charge.dispute.funds_reinstated",
            "customer.deleted",
            "payment_intent.succeeded",
            "payment_intent.payment_failed");

    private final Settings settings;
    private final V1Services stripe;
    private final ProvisioningCalls calls;
    private final ProvisioningNames names;
    private final AccountReader reader;

    StripeProvisioning(Settings settings, StripeClient client, StripeCalls calls) {
        this.settings = settings;
        this.stripe = client.v1();
        this.calls = new ProvisioningCalls(calls);
        this.names = new ProvisioningNames(settings.application());
        this.reader = new AccountReader(stripe, this.calls, names);
    }

    /**
     * What a provisioning is for.
     *
     * @param webhookUrl null when no endpoint is wanted
     * @param reachable whether Stripe can reach it
     */
    record Settings(
            PaymentMode mode,
            String application,
            @Nullable URI webhookUrl,
            boolean reachable,
            List<String> events,
            boolean live) {}

    /**
     * {@return provisioning of products and prices only, with the defaults}
     *
     * @param secretKey {@code sk_test_…}, {@code rk_test_…}, {@code sk_live_…} or {@code rk_live_…}
     * @throws InvalidValueException when the key does not look like one
     */
    public static StripeProvisioning of(String secretKey) {
        return builder().secretKey(secretKey).build();
    }

    /** {@return a builder; the key must be set} */
    public static StripeProvisioningBuilder builder() {
        return new StripeProvisioningBuilder();
    }

    /**
     * Compares the account with the catalog. Changes nothing. Asks twice for every ten packages and plans, once more for each
     * with a price of the host's and for each whose price is to change, and for the webhook endpoints if there is to be one;
     * lists of over {@value ProvisioningCalls#PAGE} take further requests.
     *
     * @return what would be done; {@link ProvisioningPlan#isEmpty()} when nothing
     * @throws PaymentException when Stripe refuses or cannot be reached
     */
    public ProvisioningPlan plan(Catalog catalog) {
        URI url = settings.webhookUrl();
        AccountState state = reader.read(catalog, url != null && settings.reachable());
        List<ProvisioningStep> steps = new ArrayList<>(new CatalogPlanner(names, state).steps(catalog));
        if (url != null) {
            steps.addAll(
                    settings.reachable()
                            ? new EndpointPlanner(names, url, events(catalog)).steps(state.endpoints())
                            : List.of(EndpointPlanner.outOfReach(url)));
        }
        return new ProvisioningPlan(settings.mode(), settings.application(), steps);
    }

    /**
     * Takes the steps of a plan, one after the other, the webhook endpoint last. Not atomic: what stands when a step
     * fails stays, and the next plan goes on from there.
     *
     * @return the prices, and the endpoint's secret when it was made
     * @throws InvalidValueException when the plan has conflicts or was made for another mode or application, or the key
     *     is a live key and {@link StripeProvisioningBuilder#live(boolean) live(true)} was not set; nothing was changed
     * @throws PaymentException when Stripe refuses a step or cannot be reached
     */
    public Provisioned apply(ProvisioningPlan plan) {
        check("plan", plan, plan.mode() == settings.mode(), "a plan for " + settings.mode());
        check("plan", plan, plan.application().equals(settings.application()), "a plan for " + settings.application());
        check("plan", plan, plan.conflicts().isEmpty(), "a plan without conflicts");
        boolean allowed = settings.mode() == PaymentMode.TEST || settings.live();
        check("live", settings.live(), allowed, "true (--live), since the key is a live key");
        return new PlanRunner(stripe, calls, names, reader).run(plan);
    }

    private static void check(String field, Object value, boolean right, String allowed) {
        if (!right) {
            throw new InvalidValueException(field, value, allowed);
        }
    }

    /**
     * {@return the catalog with the provisioned price of each package and plan that names none itself, found by its lookup key}
     * One without an active price of ours that charges what the catalog says keeps none, and is sold at the catalog's price
     * like one that was never provisioned; an error in the log names it, {@link #plan} tells what to do. One request for
     * ten of them; best called once, at the start of a shop. Orders remember the id, so a key that moves later does not
     * change what was started before.
     *
     * @throws PaymentException when Stripe refuses or cannot be reached
     */
    public Catalog priced(Catalog catalog) {
        Map<String, PriceState> holders = reader.holders(catalog);
        Catalog.Builder priced = Catalog.builder();
        for (TokenPackage offer : catalog.packages()) {
            Sold sold = Sold.of(offer);
            priced.add(
                    sold.priceId().isPresent()
                            ? offer
                            : priceId(sold, holders).map(offer::withPriceId).orElse(offer));
        }
        for (SubscriptionPlan plan : catalog.plans()) {
            Sold sold = Sold.of(plan);
            priced.add(
                    sold.priceId().isPresent()
                            ? plan
                            : priceId(sold, holders).map(plan::withPriceId).orElse(plan));
        }
        return priced.build();
    }

    /** With plans the endpoint has to hear of paid invoices, too. */
    private List<String> events(Catalog catalog) {
        if (catalog.plans().isEmpty() || settings.events().contains(INVOICE_PAID)) {
            return settings.events();
        }
        List<String> events = new ArrayList<>(settings.events());
        events.add(INVOICE_PAID);
        return List.copyOf(events);
    }

    private Optional<String> priceId(Sold sold, Map<String, PriceState> holders) {
        String key = names.lookupKey(sold.id());
        PriceState holder = holders.get(key);
        boolean sells = holder != null
                && holder.active()
                && holder.charges(sold.terms())
                && names.marked(holder.metadata(), sold.id());
        if (holder == null || !sells) {
            LOG.error(
                    "❌ {} {} costs {}, but lookup key {} has {}: it is sold at the catalog's price, without a price at"
                            + " Stripe, until the account is provisioned",
                    sold.kind(),
                    sold.id(),
                    sold.terms(),
                    key,
                    holder == null ? "no price" : holder.id() + ", which does not sell it at that");
            return Optional.empty();
        }
        return Optional.of(holder.id());
    }

    @Override
    public String toString() {
        return "StripeProvisioning[" + settings.mode() + ", " + settings.application() + ", key hidden]";
    }
}
