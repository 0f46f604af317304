package io.tokeneconomy.webhook;

import io.tokeneconomy.payment.PaymentEvent;

/**
 * The host's own handler for events that are not token purchases. May be called more than once for one occurrence, in
 * any order and in parallel, as the provider delivers; must be idempotent.
 */
@FunctionalInterface
public interface PaymentEventHandler {

    /**
     * Handles an event whose origin is proven.
     *
     * @param event the event; {@code envelope().payload()} is its JSON
     * @throws RuntimeException to have the provider deliver it again
     */
    void handle(PaymentEvent event);
}
