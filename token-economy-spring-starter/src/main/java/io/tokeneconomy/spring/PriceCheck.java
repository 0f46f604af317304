package io.tokeneconomy.spring;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Conflict;
import io.tokeneconomy.payment.stripe.StripeProvisioning;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Stripe at the start for each price that the catalog names. */
final class PriceCheck {

    private static final Logger LOG = LoggerFactory.getLogger(PriceCheck.class);

    private PriceCheck() {}

    /**
     * Stops the start when a price would not sell what the catalog says. That Stripe cannot be asked is only told: a shop
     * that does not start sells nothing at all.
     */
    static void run(StripeProvisioning stripe, Catalog catalog) {
        List<Conflict> wrong = conflicts(stripe, catalog);
        if (!wrong.isEmpty()) {
            String problems = wrong.stream()
                    .map(conflict -> conflict.name() + ": " + conflict.problem())
                    .collect(Collectors.joining("; "));
            throw new InvalidPropertyException(Setting.CHECK_PRICES, "found what cannot be sold. " + problems, null);
        }
    }

    private static List<Conflict> conflicts(StripeProvisioning stripe, Catalog catalog) {
        List<TokenPackage> packages = catalog.packages().stream()
                .filter(one -> one.priceId().isPresent())
                .toList();
        List<SubscriptionPlan> plans = catalog.plans().stream()
                .filter(plan -> plan.stripePrice() != null)
                .toList();
        if (packages.isEmpty() && plans.isEmpty()) {
            return List.of();
        }
        Catalog.Builder named = Catalog.builder();
        packages.forEach(named::add);
        plans.forEach(named::add);
        return ask(stripe, named.build());
    }

    private static List<Conflict> ask(StripeProvisioning stripe, Catalog named) {
        try {
            return stripe.plan(named).conflicts();
        } catch (PaymentException e) {
            LOG.warn("⚠️ Stripe could not be asked for the catalog's prices: {}", e.getMessage());
            return List.of();
        }
    }
}
