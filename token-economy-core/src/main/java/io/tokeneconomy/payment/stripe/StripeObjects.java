package io.tokeneconomy.payment.stripe;

import com.stripe.model.Price;
import com.stripe.model.Product;
import com.stripe.model.WebhookEndpoint;
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
                required("price", "active", price.getActive()),
                metadata(price.getMetadata()));
    }

    private static boolean isPlain(Price price) {
        return "one_time".equals(price.getType())
                && "per_unit".equals(price.getBillingScheme())
                && price.getCustomUnitAmount() == null
                && price.getTransformQuantity() == null;
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
