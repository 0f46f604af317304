package io.tokeneconomy.payment;

import io.tokeneconomy.internal.Checks;

/**
 * A card that a buyer left with the provider for later.
 *
 * @param id its id ({@code pm_…})
 * @param brand whose card it is, in the provider's words, such as {@code visa}
 * @param last4 the last digits of its number, for the buyer to know it by
 */
public record SavedCard(String id, String brand, String last4) {

    private static final int MAX_TEXT = 200;

    /** @throws io.tokeneconomy.error.InvalidValueException when a text is missing or too long */
    public SavedCard {
        Checks.text("id", id, MAX_TEXT);
        Checks.text("brand", brand, MAX_TEXT);
        Checks.text("last4", last4, MAX_TEXT);
    }
}
