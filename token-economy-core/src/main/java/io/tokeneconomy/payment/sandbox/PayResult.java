package io.tokeneconomy.payment.sandbox;

import java.net.URI;

/** What pressing the button of the hosted page leads to. */
public sealed interface PayResult {

    /**
     * The session is complete and the buyer is sent back to the shop.
     *
     * @param successUrl the success URL with the session's id filled in
     * @param paid false when the money is still to come (pay later)
     */
    record Completed(URI successUrl, boolean paid) implements PayResult {}

    /**
     * The card's bank asks its owner first (3-D Secure); nothing is paid yet. Only the sandbox's page gets that answer.
     *
     * @param card its number
     */
    record Authenticating(String card) implements PayResult {}

    /**
     * The card was not taken; the session stays open.
     *
     * @param message what the buyer reads
     */
    record Declined(String message) implements PayResult {}

    /**
     * The session can no longer be paid; nothing was changed.
     *
     * @param message what the buyer reads
     */
    record NotPayable(String message) implements PayResult {}
}
