package io.tokeneconomy.payment;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the host knows of a buyer, and what it asks him on the payment page. Immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * BuyerDetails.NONE.withEmail("alice@example.org").withFields(CustomField.text("po", "Purchase order").optional());
 * }</pre>
 *
 * @param email the buyer's address, filled in on the page for him, who cannot change it there; it is kept with the
 *     customer when the buyer's first checkout makes one, a customer that is there already keeps what it has; null: the
 *     buyer types it
 * @param receiptEmail where the provider sends a receipt of this payment, whatever its settings say about receipts; not
 *     for subscriptions, whose invoices have settings of their own; null: as the provider's settings say
 * @param fields questions of the shop's own, at most {@value #MAX_FIELDS}, each with another key; answered in {@link
 *     CheckoutSession#answers()}
 */
public record BuyerDetails(@Nullable String email, @Nullable String receiptEmail, List<CustomField> fields) {

    /** Nothing known, nothing asked; the default. */
    public static final BuyerDetails NONE = new BuyerDetails(null, null, List.of());

    /** Stripe's limit of questions. */
    public static final int MAX_FIELDS = 3;

    /** The longest address to which mail can be sent (RFC 5321). */
    public static final int MAX_EMAIL = 254;

    private static final Pattern EMAIL = Pattern.compile("(?=.{3,254}$)[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");

    /** @throws InvalidValueException when an address is none, or there are too many questions or two with one key */
    public BuyerDetails {
        checkEmail("email", email);
        checkEmail("receiptEmail", receiptEmail);
        fields = List.copyOf(fields);
        Checks.range("custom fields", fields.size(), 0, MAX_FIELDS);
        List<String> keys = fields.stream().map(CustomField::key).toList();
        if (keys.stream().distinct().count() < keys.size()) {
            throw new InvalidValueException("custom fields", keys, "each key once");
        }
    }

    /**
     * {@return these details with the buyer's address}
     *
     * @throws InvalidValueException when it is not one address of 3 to {@value #MAX_EMAIL} characters
     */
    public BuyerDetails withEmail(String newEmail) {
        return new BuyerDetails(newEmail, receiptEmail, fields);
    }

    /**
     * {@return these details with an address for the receipt}
     *
     * @throws InvalidValueException when it is not one address of 3 to {@value #MAX_EMAIL} characters
     */
    public BuyerDetails withReceiptTo(String newReceiptEmail) {
        return new BuyerDetails(email, newReceiptEmail, fields);
    }

    /**
     * {@return these details with those questions instead of others}
     *
     * @throws InvalidValueException when there are more than {@value #MAX_FIELDS}, or two have one key
     */
    public BuyerDetails withFields(CustomField... newFields) {
        return new BuyerDetails(email, receiptEmail, List.of(newFields));
    }

    /** Leaves the addresses out. */
    @Override
    public String toString() {
        return "BuyerDetails[email=" + hidden(email) + ", receiptEmail=" + hidden(receiptEmail) + ", fields=" + fields
                + ']';
    }

    private static @Nullable String hidden(@Nullable String email) {
        return email == null ? null : "hidden";
    }

    /** A wrong address is somebody's all the same: no message shows it. */
    private static void checkEmail(String field, @Nullable String email) {
        if (email != null && !EMAIL.matcher(email).matches()) {
            throw new InvalidValueException(
                    field,
                    email.length() + " characters, hidden",
                    "one address such as alice@example.org, up to " + MAX_EMAIL + " characters");
        }
    }
}
