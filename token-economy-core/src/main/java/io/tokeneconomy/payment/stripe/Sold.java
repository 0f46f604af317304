package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.catalog.TokenPackage;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Terms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A package or plan, as far as Stripe's products and prices care. The two share one space of ids.
 *
 * @param kind {@code package} or {@code plan}
 * @param description empty for none; plans have none
 * @param priceIdVariable the environment variable of its Stripe price
 */
record Sold(
        String kind,
        String id,
        String name,
        String description,
        Terms terms,
        @Nullable String stripePrice,
        String priceIdVariable) {

    static List<Sold> in(Catalog catalog) {
        return Stream.concat(
                        catalog.packages().stream().map(Sold::of),
                        catalog.plans().stream().map(Sold::of))
                .toList();
    }

    static Sold of(TokenPackage offer) {
        return new Sold(
                "package",
                offer.id(),
                offer.name(),
                offer.description(),
                new Terms(offer.price(), null),
                offer.priceId().orElse(null),
                offer.priceIdVariable());
    }

    static Sold of(SubscriptionPlan plan) {
        return new Sold(
                "plan",
                plan.id(),
                plan.name(),
                "",
                new Terms(plan.price(), plan.interval()),
                plan.stripePrice(),
                plan.priceIdVariable());
    }

    Optional<String> priceId() {
        return Optional.ofNullable(stripePrice);
    }
}
