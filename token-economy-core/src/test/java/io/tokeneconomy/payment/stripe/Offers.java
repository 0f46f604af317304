package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.catalog.SubscriptionPlan;
import io.tokeneconomy.catalog.TokenPackage;
import java.util.stream.IntStream;

/** Packages to provision. */
final class Offers {

    static final String APPLICATION = "shop";
    static final ProvisioningNames NAMES = new ProvisioningNames(APPLICATION);
    static final String KEY = NAMES.lookupKey("popular");
    static final String PRODUCT = NAMES.productId("popular");

    private Offers() {}

    static TokenPackage popular(long cents) {
        return offer("popular", "Popular", "Most popular", Money.of(cents, "usd"));
    }

    static TokenPackage offer(String id, String name, String description, Money price) {
        return TokenPackage.builder(id)
                .name(name)
                .description(description)
                .tokens(110)
                .price(price)
                .build();
    }

    static SubscriptionPlan basic(long cents) {
        return SubscriptionPlan.monthly("basic", "Basic", 500, Money.of(cents, "usd"));
    }

    static Catalog with(TokenPackage offer, SubscriptionPlan plan) {
        return Catalog.builder().add(offer).add(plan).build();
    }

    static Catalog only(TokenPackage offer) {
        return Catalog.of(offer);
    }

    static Catalog many(int packages, long cents) {
        return Catalog.of(IntStream.range(0, packages)
                .mapToObj(i -> offer("p" + i, "Package " + i, "", Money.of(cents + i, "usd")))
                .toList());
    }
}
