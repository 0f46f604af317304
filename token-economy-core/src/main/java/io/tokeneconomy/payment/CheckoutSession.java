package io.tokeneconomy.payment;

import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.order.PaymentRefs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A checkout as it stands at the provider.
 *
 * @param id its id ({@code cs_…})
 * @param kind what it is for
 * @param status whether the buyer is still in it; says nothing of money
 * @param paymentStatus whether money was received; the only thing that does
 * @param mode whether the money is real
 * @param amounts what it costs; null when nothing is sold
 * @param reversed whether some of its money is known to be refunded or disputed; {@link PaymentGateway#payment} tells
 *     how much
 * @param refs the provider's ids of session, payment and customer
 * @param clientReferenceId the account as given at its start, or null
 * @param metadata its metadata
 * @param page where the buyer pays; null when there is no such place any more
 * @param expiresAt when it closes
 * @param answers what the buyer answered to the shop's {@link CustomField}s, by key; without those he left open
 */
public record CheckoutSession(
        String id,
        Kind kind,
        Status status,
        PaymentStatus paymentStatus,
        PaymentMode mode,
        @Nullable Amounts amounts,
        boolean reversed,
        PaymentRefs refs,
        @Nullable String clientReferenceId,
        Map<String, String> metadata,
        @Nullable PaymentPage page,
        Instant expiresAt,
        Map<String, String> answers) {

    /** Copies metadata and answers. */
    public CheckoutSession {
        metadata = Map.copyOf(metadata);
        answers = Map.copyOf(answers);
    }

    /** A checkout without answers. */
    public CheckoutSession(
            String id,
            Kind kind,
            Status status,
            PaymentStatus paymentStatus,
            PaymentMode mode,
            @Nullable Amounts amounts,
            boolean reversed,
            PaymentRefs refs,
            @Nullable String clientReferenceId,
            Map<String, String> metadata,
            @Nullable PaymentPage page,
            Instant expiresAt) {
        this(
                id,
                kind,
                status,
                paymentStatus,
                mode,
                amounts,
                reversed,
                refs,
                clientReferenceId,
                metadata,
                page,
                expiresAt,
                Map.of());
    }

    /** {@return the address of the payment page, empty when there is none any more, or the page is embedded} */
    public Optional<String> url() {
        return page instanceof PaymentPage.Hosted hosted ? Optional.of(hosted.url()) : Optional.empty();
    }

    /** {@return where the buyer can take an expired checkout up again; empty when it is not expired, or may not be} */
    public Optional<String> recoveryUrl() {
        return page instanceof PaymentPage.Recovery recovery ? Optional.of(recovery.url()) : Optional.empty();
    }

    /** {@return what the buyer's browser needs to show an embedded page, empty when there is none (any more)} */
    public Optional<String> clientSecret() {
        return page instanceof PaymentPage.Embedded embedded ? Optional.of(embedded.clientSecret()) : Optional.empty();
    }

    /** What a session is for. */
    public enum Kind {
        /** A one-time payment. */
        PAYMENT,
        /** A subscription. */
        SUBSCRIPTION,
        /** Saving a means of payment. */
        SETUP,
        /** Something newer than this library. */
        OTHER
    }

    /** Where the buyer is. */
    public enum Status {
        /** Still choosing or paying. */
        OPEN,
        /** Done; the money may still be on its way. */
        COMPLETE,
        /** Too late. */
        EXPIRED,
        /** Something newer than this library. */
        OTHER
    }

    /** Where the money is. */
    public enum PaymentStatus {
        /** Received; money that is only reserved on a card is not. */
        PAID,
        /** Not received, or not yet. */
        UNPAID,
        /** Nothing had to be paid, for example after a discount of 100 %. */
        NO_PAYMENT_REQUIRED,
        /** Something newer than this library; never credited. */
        OTHER
    }

    /**
     * What a session costs, in the smallest unit of its currency.
     *
     * @param subtotal before discounts and taxes
     * @param total after them
     * @param currency three letters, lower case
     * @param lines what is bought for it; empty when the provider did not say, or not all of it
     */
    public record Amounts(long subtotal, long total, String currency, List<Line> lines) {

        /** Copies the lines. */
        public Amounts {
            lines = List.copyOf(lines);
        }

        /** Amounts of which is not known what is bought for them. */
        public Amounts(long subtotal, long total, String currency) {
            this(subtotal, total, currency, List.of());
        }
    }

    /**
     * A price that is bought, and how often, in the smallest unit of the session's currency.
     *
     * @param priceId the price ({@code price_…}), or null when the provider does not say
     * @param unit what one costs, or null when that is no whole number
     * @param quantity how often
     * @param subtotal what all of it costs before discounts and taxes
     * @param discount how much less
     * @param total what it costs after both
     */
    public record Line(
            @Nullable String priceId, @Nullable Long unit, long quantity, long subtotal, long discount, long total) {}
}
