package io.tokeneconomy.payment.stripe;

import com.stripe.model.Price;
import com.stripe.model.Price.Recurring;
import com.stripe.model.Product;
import com.stripe.model.WebhookEndpoint;
import io.tokeneconomy.catalog.Interval;
import io.tokeneconomy.payment.stripe.AccountState.EndpointState;
import io.tokeneconomy.payment.stripe.AccountState.PriceState;
import io.tokeneconomy.payment.stripe.AccountState.ProductState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads Stripe's products, prices and endpoints. What Stripe always gives but did not give is a failure. */
final class StripeObjects {

    private StripeObjects() {}

    static ProductState product(Product product) {
        @Nullable String description = product.getDescription();
        return new ProductState(
                required("product", "id", product.getId()),
                required("product", "name", product.getName()),
                description == null ? "" : description,
                required("product", "active", product.getActive()),
                metadata(product.getMetadata()));
    }

    static PriceState price(Price price) {
        return new PriceState(
                required("price", "id", price.getId()),
                required("price", "product", price.getProduct()),
                required("price", "currency", price.getCurrency()),
                price.getUnitAmount(),
                isPlain(price),
                interval(price.getRecurring()),
                required("price", "active", price.getActive()),
                metadata(price.getMetadata()));
    }

    private static boolean isPlain(Price price) {
        boolean known = "one_time".equals(price.getType()) || interval(price.getRecurring()) != null;
        return known
                && "per_unit".equals(price.getBillingScheme())
                && price.getCustomUnitAmount() == null
                && price.getTransformQuantity() == null;
    }

    /** Null also for what a catalog cannot say: other periods, several at once, and what is counted afterwards. */
    static @Nullable Interval interval(@Nullable Recurring recurring) {
        if (recurring == null) {
            return null;
        }
        boolean plain = recurring.getIntervalCount() == 1
                && "licensed".equals(recurring.getUsageType())
                && recurring.getTrialPeriodDays() == null;
        String every = plain ? String.valueOf(recurring.getInterval()) : "";
        return switch (every) {
            case "month" -> Interval.MONTH;
            case "year" -> Interval.YEAR;
            default -> null;
        };
    }

    static EndpointState endpoint(WebhookEndpoint endpoint) {
        return new EndpointState(
                required("webhook endpoint", "id", endpoint.getId()),
                required("webhook endpoint", "url", endpoint.getUrl()),
                endpoint.getApiVersion(),
                !"disabled".equals(endpoint.getStatus()),
                List.copyOf(required("webhook endpoint", "enabled_events", endpoint.getEnabledEvents())),
                metadata(endpoint.getMetadata()));
    }

    private static Map<String, String> metadata(@Nullable Map<String, String> metadata) {
        return metadata == null ? Map.of() : Map.copyOf(metadata);
    }

    private static <T> T required(String object, String field, @Nullable T value) {
        return Objects.requireNonNull(value, () -> "the " + object + " has no " + field);
    }
}
