package io.tokeneconomy.payment.sandbox;

/**
 * An event that the sandbox has emitted.
 *
 * @param id the event's id
 * @param type Stripe's name, such as {@code checkout.session.completed}
 * @param objectId the id of the object it is about
 * @param delivered whether the webhook took it
 */
public record EmittedEvent(String id, String type, String objectId, boolean delivered) {}
