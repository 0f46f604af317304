package io.tokeneconomy.order;

/** Why nothing is bought by itself any more, until the buyer allows it again. */
public enum TopUpOff {
    /** The buyer, or the host for him, switched it off. */
    DISABLED,
    /** The card was declined {@value TopUp#MAX_DECLINES} times in a row. */
    DECLINED_TOO_OFTEN,
    /** The bank wants to hear from the card's owner: he has to buy once himself. */
    AUTHENTICATION_REQUIRED,
    /** The card is no longer saved. */
    CARD_GONE,
    /** The package is not sold any more, or costs more or has fewer tokens than when the buyer allowed it, or another currency. */
    PRICE_CHANGED,
    /** Money that was taken so went back to the buyer, or he disputes a payment: nobody may take it once more. */
    MONEY_BACK
}
