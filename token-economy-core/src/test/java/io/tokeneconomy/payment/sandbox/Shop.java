package io.tokeneconomy.payment.sandbox;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Price;
import com.stripe.model.checkout.Session;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.util.Map;

/** What a shop asks of Stripe, through stripe-java. */
final class Shop {

    static final String SUCCESS = "http://localhost:8080/done?session={CHECKOUT_SESSION_ID}";
    static final String CANCEL = "http://localhost:8080/cancel";
    static final long AMOUNT = 999;

    private final StripeClient client;

    Shop(StripeSandbox sandbox) {
        client = client(sandbox, StripeSandbox.API_KEY);
    }

    static StripeClient client(StripeSandbox sandbox, String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(sandbox.apiBase().toString())
                .build();
    }

    StripeClient stripe() {
        return client;
    }

    Session open() throws StripeException {
        return client.v1().checkout().sessions().create(request().build());
    }

    Session read(String id) throws StripeException {
        return client.v1().checkout().sessions().retrieve(id);
    }

    Price price(String lookupKey) throws StripeException {
        return client.v1().prices().create(priceRequest(lookupKey).build());
    }

    static PriceCreateParams.Builder priceRequest(String lookupKey) {
        return PriceCreateParams.builder()
                .setCurrency("usd")
                .setUnitAmount(AMOUNT)
                .setLookupKey(lookupKey)
                .setProductData(PriceCreateParams.ProductData.builder()
                        .setName("Popular")
                        .build());
    }

    static SessionCreateParams.Builder request() {
        return request("110 tokens", AMOUNT);
    }

    static SessionCreateParams.Builder request(String productName, long amount) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl(SUCCESS)
                .setCancelUrl(CANCEL)
                .setClientReferenceId("alice")
                .putAllMetadata(Map.of("purchase_type", "token_package", "order_id", "o-1"))
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .putMetadata("order_id", "o-1")
                        .build())
                .addLineItem(item(productName, amount));
    }

    private static SessionCreateParams.LineItem item(String productName, long amount) {
        return SessionCreateParams.LineItem.builder()
                .setQuantity(1L)
                .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                        .setCurrency("usd")
                        .setUnitAmount(amount)
                        .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                .setName(productName)
                                .build())
                        .build())
                .build();
    }
}
