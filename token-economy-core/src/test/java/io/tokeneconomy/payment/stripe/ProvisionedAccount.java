package io.tokeneconomy.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Price;
import com.stripe.model.Product;
import com.stripe.model.WebhookEndpoint;
import com.stripe.param.PriceListParams;
import com.stripe.param.ProductListParams;
import com.stripe.service.V1Services;
import io.tokeneconomy.payment.sandbox.StripeSandbox;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** An account at a sandbox: what we set up in it, and what it then has. */
final class ProvisionedAccount implements AutoCloseable {

    static final URI SHOP = URI.create("http://localhost:8080");

    private final StripeSandbox sandbox = StripeSandbox.builder().start();

    URI apiBase() {
        return sandbox.apiBase();
    }

    StripeProvisioning provisioning() {
        return builder(apiBase()).build();
    }

    StripeProvisioningBuilder builder(URI base) {
        return StripeProvisioning.builder()
                .secretKey(sandbox.apiKey())
                .apiBase(base)
                .application(Offers.APPLICATION)
                .baseUrl(SHOP)
                .pause(millis -> {});
    }

    V1Services stripe() {
        return StripeClient.builder()
                .setApiKey(sandbox.apiKey())
                .setApiBase(apiBase().toString())
                .build()
                .v1();
    }

    List<Product> products() throws StripeException {
        List<Product> all = new ArrayList<>();
        stripe().products()
                .list(ProductListParams.builder().setLimit(100L).build())
                .autoPagingIterable()
                .forEach(all::add);
        return all;
    }

    List<Price> prices() throws StripeException {
        List<Price> all = new ArrayList<>();
        stripe().prices()
                .list(PriceListParams.builder().setLimit(100L).build())
                .autoPagingIterable()
                .forEach(all::add);
        return all;
    }

    List<WebhookEndpoint> endpoints() throws StripeException {
        return stripe().webhookEndpoints().list().getData();
    }

    Price holder(String lookupKey) throws StripeException {
        return stripe().prices()
                .list(PriceListParams.builder().addLookupKey(lookupKey).build())
                .getData()
                .get(0);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
