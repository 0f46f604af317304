package io.tokeneconomy.payment;

import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.order.Order;
import java.util.HashMap;
import java.util.Map;

/**
 * A sale to be paid with a saved card while its buyer is away.
 *
 * @param order the order, committed already
 * @param customerId the buyer at the provider
 * @param cardId which of his saved cards
 * @param metadata to be kept on the payment; {@value #MARK} is added
 */
public record ChargeRequest(Order order, String customerId, String cardId, Map<String, String> metadata) {

    /** Marks a payment that no checkout belongs to; other payments of ours do not have it. */
    public static final String MARK = "te_charge";

    private static final String SAVED_CARD = "saved_card";
    private static final int MAX_TEXT = 200;

    /** @throws io.tokeneconomy.error.InvalidValueException when a text is missing or too long */
    public ChargeRequest {
        Checks.text("customerId", customerId, MAX_TEXT);
        Checks.text("cardId", cardId, MAX_TEXT);
        Map<String, String> marked = new HashMap<>(metadata);
        marked.put(MARK, SAVED_CARD);
        metadata = Checks.metadata("metadata", marked, 50, 40, 500);
    }

    /** {@return whether a payment with this metadata was made without a checkout} */
    public static boolean isMarked(Map<String, String> metadata) {
        return SAVED_CARD.equals(metadata.get(MARK));
    }
}
