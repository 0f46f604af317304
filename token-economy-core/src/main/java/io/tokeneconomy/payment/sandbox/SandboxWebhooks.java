package io.tokeneconomy.payment.sandbox;

import io.tokeneconomy.payment.sandbox.Endpoints.Endpoint;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What happens between Stripe and the shop's endpoint: faults, and a second endpoint. None of it is in the journal: after
 * a restart it has to be said again. Thread-safe.
 */
public final class SandboxWebhooks {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Deliveries deliveries;

    SandboxWebhooks(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** Sets what goes wrong from now on, for both endpoints; {@link DeliveryFaults#NONE} ends it. */
    public void faults(DeliveryFaults faults) {
        deliveries.faults(faults);
    }

    /**
     * Adds a second endpoint, or moves it: from now on each occurrence is also told there, as another event with another
     * id and another signature, as Stripe does while a shop changes from one endpoint to the next. It may be at the same
     * address as the first.
     *
     * @param secret another one than the first endpoint's
     * @throws io.tokeneconomy.error.InvalidValueException as {@link StripeSandbox#webhook}
     */
    public void second(URI uri, String secret) {
        second(uri, secret, null);
    }

    /**
     * Adds a second endpoint of another API version, or moves it.
     *
     * @param apiVersion such as {@code 2020-08-27} or {@code 2026-10-28.endive}; see {@link DeliveryFaults#apiVersion};
     *     null: the usual one
     * @throws io.tokeneconomy.error.InvalidValueException as {@link StripeSandbox#webhook}, and when the version is none
     */
    public void second(URI uri, String secret, @Nullable String apiVersion) {
        @Nullable String version = apiVersion == null ? null : DeliveryFaults.checkedVersion(apiVersion);
        deliveries.endpoint(Endpoints.SECOND, new Endpoint(new WebhookTarget(uri, secret), version));
    }

    /**
     * Waits until everything emitted so far for endpoints that are set was answered with a 2xx or is given up, retries
     * and late events included.
     *
     * @param longest at most 10 minutes
     * @return false when that took longer
     * @throws SandboxException when the thread is interrupted
     */
    public boolean await(Duration longest) {
        try {
            return deliveries.awaitAll(longest.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted while events were sent", true, e);
        }
    }
}
