package io.tokeneconomy.payment;

import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.order.PaymentMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it stands at the provider. Amounts are in the smallest unit of its currency.
 *
 * @param id its id ({@code in_…})
 * @param mode whether the money is real
 * @param paid whether it is settled; the only thing that says so
 * @param reason why the provider made it
 * @param currency three letters, lower case
 * @param subtotal before discounts and taxes
 * @param total after them, and after credit notes from before it was paid
 * @param amountPaid what was really paid, 0 when a discount or the customer's balance covered all of it
 * @param subscriptionId the subscription it is for; null when it is for none
 * @param customerId the customer, or null
 * @param payments the payments that paid it
 * @param reversed whether some of its money is known to be refunded or disputed
 * @param metadata the subscription's metadata; empty when it has none
 * @param lines what it charges
 * @param createdAt when it was made, whole seconds
 */
public record Invoice(
        String id,
        PaymentMode mode,
        boolean paid,
        Reason reason,
        String currency,
        long subtotal,
        long total,
        long amountPaid,
        @Nullable String subscriptionId,
        @Nullable String customerId,
        List<String> payments,
        boolean reversed,
        Map<String, String> metadata,
        List<Line> lines,
        Instant createdAt) {

    private static final int MAX_ID = 180;

    /**
     * Copies the collections.
     *
     * @throws io.tokeneconomy.error.InvalidValueException when the id is missing or too long
     */
    public Invoice {
        Checks.text("id", id, MAX_ID);
        payments = List.copyOf(payments);
        metadata = Map.copyOf(metadata);
        lines = List.copyOf(lines);
    }

    /** {@return whether nothing had to be paid} What the customer's balance paid was paid as well. */
    public boolean isFree() {
        return amountPaid <= 0 && total <= 0;
    }

    /** Why an invoice was made. */
    public enum Reason {
        /** A subscription begins. */
        CREATE,
        /** A subscription goes on. */
        CYCLE,
        /** A subscription was changed in the middle of its period. */
        UPDATE,
        /** Anything else, for example by hand. */
        OTHER
    }

    /**
     * One line.
     *
     * @param priceId the price ({@code price_…}), or null
     * @param amount what it charges before discounts and taxes; negative when it gives back
     * @param quantity how many; 0 when the provider does not say
     * @param proration whether it is for a part of a period, because of a change
     * @param start when what it charges begins
     * @param end when it ends
     */
    public record Line(
            @Nullable String priceId, long amount, long quantity, boolean proration, Instant start, Instant end) {

        /** {@return for how long it charges} */
        public Duration length() {
            return Duration.between(start, end);
        }
    }
}
