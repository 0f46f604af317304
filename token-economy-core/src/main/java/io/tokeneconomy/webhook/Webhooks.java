package io.tokeneconomy.webhook;

import org.jspecify.annotations.Nullable;

/**
 * The one endpoint for everything the payment provider tells:
 *
 * <ol>
 *   <li>The signature is checked over the exact bytes.
 *   <li>Events of the other mode, or of connected accounts, are ignored with a warning.
 *   <li>A session marked as a token purchase is fulfilled, from what the provider says when asked back.
 *   <li>A customer that was deleted is forgotten, so that its buyer gets another; tokens stay.
 *   <li>Everything else, that customer too, goes to the host's handlers of its type.
 * </ol>
 *
 * Whoever mounts it answers 2xx when {@link #receive} returns, 400 when it throws {@link
 * io.tokeneconomy.payment.InvalidSignatureException} or {@link io.tokeneconomy.payment.MalformedEventException}, and 5xx
 * for any other exception, so that the provider delivers again.
 *
 * <p>Thread-safe; the same event may be received many times, in parallel and in any order.
 */
public interface Webhooks {

    /**
     * Takes one delivery.
     *
     * @param payload the request's body, byte for byte
     * @param signatureHeader the request's {@code Stripe-Signature} header; null when it had none
     * @return what came of it
     * @throws io.tokeneconomy.payment.InvalidSignatureException when the origin is not proven; nothing was done
     * @throws io.tokeneconomy.payment.MalformedEventException when it is proven but unreadable; nothing was done
     * @throws io.tokeneconomy.error.TokenEconomyException when it could not be done now
     */
    WebhookResult receive(byte[] payload, @Nullable String signatureHeader);
}
