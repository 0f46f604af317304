package io.tokeneconomy.fulfilment;

import io.tokeneconomy.order.Order;
import io.tokeneconomy.order.OrderId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What we write on a checkout session, and on its payment, to find the order again. It only points: account, tokens and
 * price always come from the order.
 */
public final class PurchaseMetadata {

    static final String USER_ID = "user_id";
    static final String PACKAGE_ID = "package_id";
    static final String TOKENS = "tokens";

    static final String APPLICATION = "te_app";
    private static final String PURCHASE_TYPE = "purchase_type";
    private static final String TOKEN_PACKAGE = "token_package";
    static final String ORDER_ID = "order_id";

    private PurchaseMetadata() {}

    /**
     * {@return the metadata for an order's checkout}
     *
     * @param order the order
     * @param application who sells it; other applications on the same Stripe account leave its sessions alone
     */
    public static Map<String, String> of(Order order, String application) {
        return Map.of(
                APPLICATION, application,
                PURCHASE_TYPE, TOKEN_PACKAGE,
                ORDER_ID, order.id().value(),
                USER_ID, order.account().value(),
                PACKAGE_ID, order.item().packageId(),
                TOKENS, Long.toString(order.item().tokens()));
    }

    /**
     * {@return whether a session with this metadata bears one of our marks} Any will do, so that one lost to a later edit
     * does not hide a payment.
     */
    static boolean isMarked(Map<String, String> metadata, String application) {
        return TOKEN_PACKAGE.equals(metadata.get(PURCHASE_TYPE))
                || order(metadata).isPresent()
                || application.equals(metadata.get(APPLICATION));
    }

    /** {@return whether it names another application; one that names none may be ours} */
    static boolean namesAnother(Map<String, String> metadata, String application) {
        return !application.equals(metadata.getOrDefault(APPLICATION, application));
    }

    /** {@return the order it points to, empty when it names none} */
    public static Optional<OrderId> order(Map<String, String> metadata) {
        return Optional.ofNullable(metadata.get(ORDER_ID))
                .filter(OrderId::isValid)
                .map(OrderId::new);
    }

    /** {@return whether it is of a system before this one, which marked its sales but knew no orders} */
    static boolean isOfAnEarlierSystem(Map<String, String> metadata) {
        return TOKEN_PACKAGE.equals(metadata.get(PURCHASE_TYPE))
                && !metadata.containsKey(ORDER_ID)
                && !metadata.containsKey(APPLICATION);
    }

    /** The names that every purchase's metadata has, and this one lacks. */
    static List<String> missing(Map<String, String> metadata) {
        return List.of(PURCHASE_TYPE, ORDER_ID, USER_ID, PACKAGE_ID, TOKENS).stream()
                .filter(name -> !metadata.containsKey(name))
                .toList();
    }
}
