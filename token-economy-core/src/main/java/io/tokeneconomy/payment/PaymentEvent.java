package io.tokeneconomy.payment;

import io.tokeneconomy.order.PaymentMode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something the provider tells, its origin proven. */
public sealed interface PaymentEvent {

    /** {@return what every event has} */
    Envelope envelope();

    /**
     * What every event has.
     *
     * @param id the event's id ({@code evt_…}); the same occurrence may come under several
     * @param type what it is about, in the provider's words
     * @param mode whether it is about real money
     * @param connectedAccount the connected account it is about; null for one's own
     * @param apiVersion the version it is written in; null when it does not say
     * @param payload the event as received, JSON; may hold personal data
     */
    record Envelope(
            String id,
            String type,
            PaymentMode mode,
            @Nullable String connectedAccount,
            @Nullable String apiVersion,
            String payload) {

        /** Leaves the payload out: it may hold personal data. */
        @Override
        public String toString() {
            return type + " " + id + " (" + mode + ", version " + apiVersion + ")";
        }
    }

    /**
     * A checkout session changed.
     *
     * @param envelope what every event has
     * @param sessionId which session
     * @param change how, in the provider's words; only a hint, the session must be read
     * @param knownMetadata the session's metadata; null when events of this version do not carry it
     */
    record SessionChanged(
            Envelope envelope,
            String sessionId,
            Change change,
            @Nullable Map<String, String> knownMetadata) implements PaymentEvent {

        /** {@return the session's metadata, empty when the event does not carry it} */
        public Optional<Map<String, String>> metadata() {
            return Optional.ofNullable(knownMetadata);
        }
    }

    /**
     * Money of a payment went back, is about to, or came again.
     *
     * @param envelope what every event has
     * @param paymentId which payment, or the charge where the event names only that; a hint like the event itself, the
     *     payment must be read
     */
    record PaymentReversed(Envelope envelope, String paymentId) implements PaymentEvent {}

    /**
     * An invoice was paid.
     *
     * @param envelope what every event has
     * @param invoiceId which invoice; a hint like the event itself, the invoice must be read
     * @param knownMetadata the metadata of the invoice's subscription; null when events of this version do not carry it
     */
    record InvoicePaid(
            Envelope envelope, String invoiceId, @Nullable Map<String, String> knownMetadata) implements PaymentEvent {

        /** {@return the subscription's metadata, empty when the event does not carry it} */
        public Optional<Map<String, String>> metadata() {
            return Optional.ofNullable(knownMetadata);
        }
    }

    /**
     * A customer is gone.
     *
     * @param envelope what every event has
     * @param customerId which customer
     * @param metadata the customer's last metadata; empty when it had none
     */
    record CustomerDeleted(Envelope envelope, String customerId, Map<String, String> metadata) implements PaymentEvent {
        /** Copies the metadata. */
        public CustomerDeleted {
            metadata = Map.copyOf(metadata);
        }
    }

    /**
     * Anything else.
     *
     * @param envelope what every event has
     */
    record Other(Envelope envelope) implements PaymentEvent {}

    /** How a session changed. */
    enum Change {
        /** The buyer finished; the money may still be on its way. */
        COMPLETED,
        /** Delayed money arrived. */
        ASYNC_PAYMENT_SUCCEEDED,
        /** Delayed money will not come. */
        ASYNC_PAYMENT_FAILED,
        /** The checkout closed unfinished. */
        EXPIRED
    }
}
