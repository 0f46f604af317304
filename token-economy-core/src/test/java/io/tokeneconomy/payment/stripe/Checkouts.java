package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.catalog.Money;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.order.OrderItem;
import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutOptions.Feature;
import io.tokeneconomy.payment.CheckoutOptions.Placement;
import io.tokeneconomy.payment.CheckoutOptions.SubmitType;
import io.tokeneconomy.payment.CheckoutRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** Requests as the checkout makes them. */
final class Checkouts {

    static final OrderId ORDER = new OrderId("ord_0123456789abcdef0123456789abcdef");
    static final Instant EXPIRES = Instant.ofEpochSecond(1_790_007_200L);
    static final OrderItem INLINE = new OrderItem("popular", "Popular – 110 tökens", 110, Money.of(999, "usd"), null);
    static final OrderItem PRICED = new OrderItem("popular", "Popular", 110, Money.of(999, "usd"), "price_1PopularUsd");

    private Checkouts() {}

    static CustomerKey customer(String account) {
        return new CustomerKey(AccountId.of(account), PaymentMode.TEST);
    }

    static CheckoutRequest request(OrderItem item) {
        return request(ORDER, "alice", item, "cus_1");
    }

    static CheckoutRequest request(OrderId order, String account, OrderItem item, String customerId) {
        return request(order, account, item, customerId, EXPIRES);
    }

    static CheckoutRequest request(
            OrderId order, String account, OrderItem item, String customerId, Instant expiresAt) {
        return new CheckoutRequest(
                Order.begin(order, AccountId.of(account), PaymentMode.TEST, item, Instant.EPOCH),
                customerId,
                "https://shop.example/bought?session_id={CHECKOUT_SESSION_ID}",
                "https://shop.example/buy?a=1&b=ü",
                Map.of("purchase_type", "token_package", "order_id", order.value(), "user_id", account),
                expiresAt,
                CheckoutOptions.NONE);
    }

    static CheckoutRequest with(CheckoutRequest request, CheckoutOptions options) {
        return new CheckoutRequest(
                request.order(),
                request.customerId(),
                request.successUrl(),
                request.cancelUrl(),
                request.metadata(),
                request.expiresAt(),
                options);
    }

    /** Each option alone, and all together. */
    static Stream<CheckoutOptions> options() {
        CheckoutOptions none = CheckoutOptions.NONE;
        CheckoutOptions all = none.with(Feature.values())
                .withLocale("es-419")
                .withSubmitType(SubmitType.BOOK)
                .withSubmitText("&=[ü]+%".repeat(171));
        return Stream.of(
                        Arrays.stream(Feature.values()).map(none::with),
                        CheckoutOptions.LOCALES.stream().map(none::withLocale),
                        Arrays.stream(SubmitType.values()).map(none::withSubmitType),
                        Stream.of(Placement.EMBEDDED, Placement.EMBEDDED_STAYING)
                                .map(none::withPlacement),
                        Stream.of(none.withQuantities(1, 1), none.withQuantities(1, 999_999)),
                        Stream.of(none.withSubmitText("Tokens never expire."), none, all))
                .flatMap(each -> each);
    }

    /** A session as Stripe answers it, with parts replaced. */
    static String session(String... replacements) {
        String json = """
            {"id":"cs_test_a1","object":"checkout.session","mode":"payment","status":"open",
             "payment_status":"unpaid","livemode":false,"amount_subtotal":999,"amount_total":1189,
             "currency":"usd","customer":"cus_1","payment_intent":null,"client_reference_id":"alice",
             "metadata":{"order_id":"ord_1"},"url":"https://checkout.stripe.com/c/pay/cs_test_a1",
             "expires_at":1790007200,"something_new":{"deep":[1,2,3]}}\
            """;
        for (int i = 0; i < replacements.length; i += 2) {
            if (!json.contains(replacements[i])) {
                throw new AssertionError("not in the session: " + replacements[i]);
            }
            json = json.replace(replacements[i], replacements[i + 1]);
        }
        return json;
    }
}
