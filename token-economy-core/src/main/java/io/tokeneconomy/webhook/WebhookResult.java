package io.tokeneconomy.webhook;

/**
 * What came of a webhook call. All of these are to be answered with a 2xx status; what is not, is an exception.
 *
 * @param outcome what came of it
 * @param eventId the provider's id of the event
 * @param eventType what the event is about
 */
public record WebhookResult(Outcome outcome, String eventId, String eventType) {

    /** What came of an event. */
    public enum Outcome {
        /** Tokens were credited. */
        CREDITED,
        /** Tokens were credited before; nothing changed. */
        ALREADY_DONE,
        /** Money went back or came again, and its tokens with it. */
        REVERSED,
        /** Ours, but the money is not there yet. */
        PENDING,
        /** The checkout ran out of time; its order is closed. */
        EXPIRED,
        /** The payment failed; its order is closed. */
        FAILED,
        /** Money was received, but not as ordered; recorded for a person to look at. */
        PARKED,
        /** About no sale of ours; the host's handlers took it, or a customer deleted at the provider was forgotten here. */
        HANDLED,
        /** Not ours, and nobody wants it. */
        IGNORED
    }
}
