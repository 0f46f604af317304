package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.error.TokenEconomyException;
import java.io.PrintStream;
import java.util.Map;

/**
 * Sets a Stripe account up from the catalog, from a shell. What it does is {@link StripeProvisioning}'s.
 *
 * <pre>
 * java -cp … io.tokeneconomy.payment.stripe.Provision [plan|apply|check] [options]
 *
 * plan    (default) shows what would be done; changes nothing
 * apply   does it, and prints the prices' ids and a new endpoint's secret
 * check   shows what differs; for a pipeline
 *
 * --live                 apply: a live key may be used
 * --application=NAME     the application's name, as at the gateway; token-economy by default
 * --webhook-url=URL      where the shop takes webhooks; APP_BASE_URL/api/stripe/webhook by default
 * --event=TYPE           a further type of events to hear; may be given several times
 * </pre>
 *
 * <p>It reads {@code STRIPE_SECRET_KEY}, {@code APP_BASE_URL} (without it no endpoint is made), the catalog's variables
 * ({@link Catalog#fromEnvironment}) and, for a sandbox, {@code STRIPE_API_BASE}.
 *
 * <p>Exit codes: 0 when all went well, for {@code check} when nothing differs; 1 when {@code check} found differences; 2
 * for trouble, told on the standard error stream.
 */
public final class Provision {

    static final int SAME = 0;
    static final int DIFFERS = 1;
    static final int TROUBLE = 2;

    private final PrintStream out;

    private Provision(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the command and ends the process, with the exit codes above.
     *
     * @param arguments as above
     */
    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), System.out, System.err, arguments));
    }

    static int run(Map<String, String> environment, PrintStream out, PrintStream err, String... arguments) {
        try {
            ProvisionOptions options = ProvisionOptions.of(environment, arguments);
            return new Provision(out).run(options, Catalog.fromEnvironment(environment));
        } catch (InvalidValueException | TokenEconomyException e) {
            err.println(e.getMessage());
            return TROUBLE;
        } catch (RuntimeException e) {
            // otherwise the process would end with 1, which says that something differs
            err.println("Unexpected: " + e);
            return TROUBLE;
        }
    }

    private int run(ProvisionOptions options, Catalog catalog) {
        StripeProvisioning stripe = options.provisioning();
        ProvisioningPlan plan = stripe.plan(catalog);
        out.println(plan.text());
        return switch (options.action()) {
            case PLAN -> SAME;
            case CHECK -> plan.isEmpty() ? SAME : DIFFERS;
            case APPLY -> apply(stripe, plan, catalog);
        };
    }

    private int apply(StripeProvisioning stripe, ProvisioningPlan plan, Catalog catalog) {
        Provisioned done = stripe.apply(plan);
        done.webhookSecret().ifPresent(secret -> {
            out.println();
            out.println("The webhook's secret, shown this once:");
            out.println("STRIPE_WEBHOOK_SECRET=" + secret);
        });
        out.println();
        out.println("Done. The prices, for shops that do not look them up (StripeProvisioning.priced):");
        for (Sold offer : Sold.in(catalog)) {
            out.println(offer.priceIdVariable() + "=" + done.priceIds().get(offer.id()));
        }
        return SAME;
    }
}
