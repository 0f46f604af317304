package io.tokeneconomy.payment.sandbox;

/**
 * What came of sending an event once.
 *
 * @param eventId the event's id
 * @param status the HTTP status that was answered, 0 when there was no answer
 * @param problem why there was no answer, else empty
 */
public record WebhookAttempt(String eventId, int status, String problem) {

    /** {@return whether the receiver took the event: only a 2xx counts, a redirect is a failure as at Stripe} */
    public boolean delivered() {
        return status >= 200 && status < 300;
    }
}
