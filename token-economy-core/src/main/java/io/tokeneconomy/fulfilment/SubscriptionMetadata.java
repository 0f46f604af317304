package io.tokeneconomy.fulfilment;

import io.tokeneconomy.order.Order;
import java.util.Map;

/** What we write on a subscription and on its checkout, to find the order again with which it began. It only points. */
public final class SubscriptionMetadata {

    private static final String PURCHASE_TYPE = "purchase_type";
    private static final String TOKEN_SUBSCRIPTION = "token_subscription";
    private static final String PLAN_ID = "plan_id";

    private SubscriptionMetadata() {}

    /**
     * {@return the metadata for the checkout that begins a subscription, and for the subscription}
     *
     * @param order the order
     * @param application who sells it
     */
    public static Map<String, String> of(Order order, String application) {
        return Map.of(
                PurchaseMetadata.APPLICATION,
                application,
                PURCHASE_TYPE,
                TOKEN_SUBSCRIPTION,
                PurchaseMetadata.ORDER_ID,
                order.id().value(),
                PurchaseMetadata.USER_ID,
                order.account().value(),
                PLAN_ID,
                order.item().packageId());
    }

    /** {@return whether it marks a subscription of ours, or the checkout that begins one} */
    public static boolean isMarked(Map<String, String> metadata) {
        return TOKEN_SUBSCRIPTION.equals(metadata.get(PURCHASE_TYPE));
    }

    static boolean isOf(Map<String, String> metadata, Order agreement) {
        return agreement.account().value().equals(metadata.get(PurchaseMetadata.USER_ID));
    }
}
