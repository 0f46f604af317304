package io.tokeneconomy.payment.stripe;

import com.stripe.model.Price;
import com.stripe.model.Product;
import com.stripe.model.StripeCollection;
import com.stripe.model.WebhookEndpoint;
import com.stripe.param.PriceListParams;
import com.stripe.param.ProductListParams;
import com.stripe.param.WebhookEndpointListParams;
import com.stripe.service.V1Services;
import io.tokeneconomy.catalog.Catalog;
import io.tokeneconomy.payment.stripe.AccountState.EndpointState;
import io.tokeneconomy.payment.stripe.AccountState.PriceState;
import io.tokeneconomy.payment.stripe.AccountState.ProductState;
import io.tokeneconomy.payment.stripe.ProvisioningCalls.Permission;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks Stripe for what a plan needs to know. Changes nothing. */
final class AccountReader {

    /** The most lookup keys a list takes; products keep to it so that no address grows too long. */
    private static final int CHUNK = 10;

    private final V1Services stripe;
    private final ProvisioningCalls calls;
    private final ProvisioningNames names;

    AccountReader(V1Services stripe, ProvisioningCalls calls, ProvisioningNames names) {
        this.stripe = stripe;
        this.calls = calls;
        this.names = names;
    }

    AccountState read(Catalog catalog, boolean withEndpoints) {
        Map<String, ProductState> products = products(catalog);
        Map<String, PriceState> holders = holders(catalog);
        return new AccountState(
                products,
                holders,
                pinned(catalog),
                others(catalog, products, holders),
                withEndpoints ? endpoints() : List.of());
    }

    private Map<String, ProductState> products(Catalog catalog) {
        Map<String, ProductState> found = new LinkedHashMap<>();
        for (List<Sold> chunk : chunks(catalog)) {
            ProductListParams params = ProductListParams.builder()
                    .addAllId(chunk.stream()
                            .map(offer -> names.productId(offer.id()))
                            .toList())
                    .setLimit(ProvisioningCalls.PAGE)
                    .build();
            List<ProductState> products = calls.read("reading the products", Permission.PRODUCTS, options -> {
                StripeCollection<Product> list = stripe.products().list(params, options);
                return list.getData().stream().map(StripeObjects::product).toList();
            });
            products.forEach(product -> found.put(product.id(), product));
        }
        return found;
    }

    /** The prices that have the lookup keys of those packages and plans, archived ones too. */
    Map<String, PriceState> holders(Catalog catalog) {
        Map<String, PriceState> found = new LinkedHashMap<>();
        for (List<Sold> chunk : chunks(catalog)) {
            List<String> keys =
                    chunk.stream().map(offer -> names.lookupKey(offer.id())).toList();
            found.putAll(holders(keys));
        }
        return found;
    }

    Optional<PriceState> holder(String lookupKey) {
        return Optional.ofNullable(holders(List.of(lookupKey)).get(lookupKey));
    }

    private Map<String, PriceState> holders(List<String> lookupKeys) {
        PriceListParams params = PriceListParams.builder()
                .addAllLookupKey(lookupKeys)
                .setLimit(ProvisioningCalls.PAGE)
                .build();
        return calls.read("reading the prices", Permission.PRICES, options -> {
            Map<String, PriceState> found = new LinkedHashMap<>();
            for (Price price : stripe.prices().list(params, options).getData()) {
                found.put(price.getLookupKey(), StripeObjects.price(price));
            }
            return found;
        });
    }

    private Map<String, PriceState> pinned(Catalog catalog) {
        Map<String, PriceState> found = new LinkedHashMap<>();
        Sold.in(catalog)
                .forEach(
                        offer -> offer.priceId().flatMap(this::price).ifPresent(price -> found.put(price.id(), price)));
        return found;
    }

    private Optional<PriceState> price(String id) {
        return ifKnown(() -> calls.read(
                "reading " + id,
                Permission.PRICES,
                options -> StripeObjects.price(stripe.prices().retrieve(id, options))));
    }

    Optional<ProductState> product(String id) {
        return ifKnown(() -> calls.read(
                "reading " + id,
                Permission.PRODUCTS,
                options -> StripeObjects.product(stripe.products().retrieve(id, options))));
    }

    Optional<EndpointState> endpoint(String id) {
        return ifKnown(() -> calls.read(
                "reading " + id,
                Permission.ENDPOINTS,
                options -> StripeObjects.endpoint(stripe.webhookEndpoints().retrieve(id, options))));
    }

    private Map<String, List<PriceState>> others(
            Catalog catalog, Map<String, ProductState> products, Map<String, PriceState> holders) {
        Map<String, List<PriceState>> others = new LinkedHashMap<>();
        for (Sold offer : Sold.in(catalog)) {
            PriceState holder = holders.get(names.lookupKey(offer.id()));
            String product = names.productId(offer.id());
            if (products.containsKey(product) && (holder == null || !holder.charges(offer.terms()))) {
                others.put(product, prices(product));
            }
        }
        return others;
    }

    private List<PriceState> prices(String product) {
        List<Price> prices = calls.all("reading the prices of " + product, Permission.PRICES, after -> options -> {
            PriceListParams params = PriceListParams.builder()
                    .setProduct(product)
                    .setLimit(ProvisioningCalls.PAGE)
                    .setStartingAfter(after)
                    .build();
            return stripe.prices().list(params, options);
        });
        return prices.stream().map(StripeObjects::price).toList();
    }

    /** Whether an endpoint of ours in our version delivers there. */
    boolean hasEndpointAt(URI url) {
        return endpoints().stream()
                .anyMatch(endpoint -> endpoint.url().equals(url.toString())
                        && names.isOurs(endpoint.metadata())
                        && StripeGateway.API_VERSION.equals(endpoint.apiVersion()));
    }

    private List<EndpointState> endpoints() {
        List<WebhookEndpoint> endpoints =
                calls.all("reading the webhook endpoints", Permission.ENDPOINTS, after -> options -> {
                    WebhookEndpointListParams params = WebhookEndpointListParams.builder()
                            .setLimit(ProvisioningCalls.PAGE)
                            .setStartingAfter(after)
                            .build();
                    return stripe.webhookEndpoints().list(params, options);
                });
        return endpoints.stream().map(StripeObjects::endpoint).toList();
    }

    private static <T> Optional<T> ifKnown(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (StripeTrouble e) {
            if (e.unknownId()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static List<List<Sold>> chunks(Catalog catalog) {
        List<Sold> all = Sold.in(catalog);
        List<List<Sold>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
        return chunks;
    }
}
