package io.tokeneconomy.payment.stripe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of {@link StripeProvisioning#apply}. Immutable. */
public final class Provisioned {

    private final Map<String, String> priceIds;
    private final @Nullable String webhookSecret;

    Provisioned(Map<String, String> priceIds, @Nullable String webhookSecret) {
        this.priceIds = Collections.unmodifiableMap(new LinkedHashMap<>(priceIds));
        this.webhookSecret = webhookSecret;
    }

    /** {@return the id of the Stripe price that sells each package and plan, by its id, in the catalog's order} */
    public Map<String, String> priceIds() {
        return priceIds;
    }

    /**
     * {@return the signing secret of the webhook endpoint, if this call made it} Stripe tells it this once; later it is
     * found in the dashboard. It belongs where the shop's secrets are kept, as {@code STRIPE_WEBHOOK_SECRET}, and into no
     * log.
     */
    public Optional<String> webhookSecret() {
        return Optional.ofNullable(webhookSecret);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "Provisioned[" + priceIds + (webhookSecret == null ? "]" : ", webhook secret hidden]");
    }
}
