package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.catalog.Interval;
import io.tokeneconomy.order.CustomerKey;
import io.tokeneconomy.order.OrderId;
import io.tokeneconomy.payment.ChargeRequest;
import io.tokeneconomy.payment.CheckoutOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency keys of our requests, after
 * <a href="https://docs.stripe.com/api/idempotent_requests">docs.stripe.com/api/idempotent_requests</a>: the same
 * business act has the same key, also in another process. Hashed, so that they are short and tell nothing personal.
 *
 * <p>{@code v1}, {@code v2}, {@code v3} is the shape of the parameters: Stripe refuses a key that comes again with others, so a
 * change of what we send must change it.
 */
final class IdempotencyKeys {

    private IdempotencyKeys() {}

    /** Attempts after the first one have other keys: Stripe repeats a failure of its own for a day. */
    static String customer(
            String application, CustomerKey customer, @Nullable String replaces, @Nullable String email, int attempt) {
        String mode = customer.mode().name().toLowerCase(Locale.ROOT);
        String first = replaces == null ? "first" : "replaces";
        String old = replaces == null ? "" : replaces;
        String hash = email == null
                ? sha256(application, customer.account().value(), first, old)
                : sha256(application, customer.account().value(), first, old, email);
        return "te-customer-v1-" + mode + "-" + hash + "-" + attempt;
    }

    /** The options' text names each of them but the receipt's address, in an order that is always the same. */
    static String session(OrderId order, String customerId, CheckoutOptions options) {
        String receipt = Objects.requireNonNullElse(options.buyer().receiptEmail(), "");
        return "te-checkout-v3-" + order + "-" + sha256(customerId, options.toString(), receipt);
    }

    static String charge(ChargeRequest request) {
        return "te-charge-v1-" + request.order().id() + "-" + sha256(request.customerId(), request.cardId());
    }

    static String subscription(OrderId order, String customerId, CheckoutOptions options, Interval interval) {
        return "te-subscription-v2-" + order + "-" + sha256(customerId, options.toString(), interval.name());
    }

    static String refund(String paymentId, String key) {
        return "te-refund-v1-" + sha256(paymentId, key);
    }

    /** Another price after this one, or another one in its place, is another act. */
    static String price(String application, ProvisioningStep.CreatePrice step, int attempt) {
        String hash = sha256(
                application,
                step.packageId(),
                step.productId(),
                step.lookupKey(),
                step.terms().toString(),
                step.holder() == null ? "" : step.holder());
        return "te-price-v1-" + hash + "-" + attempt;
    }

    static String endpoint(String application, ProvisioningStep.CreateEndpoint step, int attempt) {
        String hash =
                sha256(application, step.url().toString(), StripeGateway.API_VERSION, String.join(",", step.events()));
        return "te-endpoint-v1-" + hash + "-" + attempt;
    }

    /** For what may be done any number of times, each of which has to be done. */
    static String once() {
        return "te-once-" + UUID.randomUUID();
    }

    static String sha256(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // the length keeps ("ab", "c") apart from ("a", "bc")
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
