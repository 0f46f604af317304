package io.tokeneconomy.payment;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A question of the shop's on the payment page, such as a purchase order's number. Immutable.
 *
 * <p>Not for personal or otherwise sensitive data: Stripe forbids that.
 *
 * @param key finds the answer in {@link CheckoutSession#answers()}; 1 to {@value #MAX_KEY} letters and digits
 * @param label what the buyer reads, 1 to {@value #MAX_LABEL} characters
 * @param type what he may answer
 * @param required whether he has to
 * @param choices for {@link Type#DROPDOWN} 1 to {@value #MAX_CHOICES} with different values, for the others none
 * @see <a href="https://docs.stripe.com/payments/checkout/custom-components">Stripe's custom fields</a>
 */
public record CustomField(String key, String label, Type type, boolean required, List<Choice> choices) {

    /** Stripe's limit of a key. */
    public static final int MAX_KEY = 200;

    /** Stripe's limit of a label. */
    public static final int MAX_LABEL = 50;

    /** Stripe's limit of choices. */
    public static final int MAX_CHOICES = 200;

    private static final int MAX_CHOICE = 100;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{1,200}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9]{1,100}");

    /** @throws InvalidValueException when a value is not allowed */
    public CustomField {
        Checks.matching("customField.key", key, KEY, "1 to " + MAX_KEY + " letters and digits");
        Checks.text("customField." + key + ".label", label, MAX_LABEL);
        choices = List.copyOf(choices);
        String field = "customField." + key + ".choices";
        boolean chosen = type == Type.DROPDOWN;
        Checks.range(field, choices.size(), chosen ? 1 : 0, chosen ? MAX_CHOICES : 0);
        if (choices.stream().map(Choice::value).distinct().count() < choices.size()) {
            throw new InvalidValueException(field, choices, "each value once");
        }
    }

    /** {@return a question that is answered with a text of up to 255 characters; it has to be answered} */
    public static CustomField text(String key, String label) {
        return new CustomField(key, label, Type.TEXT, true, List.of());
    }

    /** {@return a question that is answered with up to 255 digits; it has to be answered} */
    public static CustomField numeric(String key, String label) {
        return new CustomField(key, label, Type.NUMERIC, true, List.of());
    }

    /** {@return a question that is answered with one of those choices; it has to be answered} */
    public static CustomField dropdown(String key, String label, Choice... choices) {
        return new CustomField(key, label, Type.DROPDOWN, true, List.of(choices));
    }

    /** {@return the same question, which may be left open} */
    public CustomField optional() {
        return new CustomField(key, label, type, false, choices);
    }

    /** What may be answered. */
    public enum Type {
        /** A text. */
        TEXT,
        /** Digits. */
        NUMERIC,
        /** One of several choices. */
        DROPDOWN
    }

    /**
     * One of the choices.
     *
     * @param value what {@link CheckoutSession#answers()} then has, 1 to 100 letters and digits
     * @param label what the buyer reads, 1 to 100 characters
     */
    public record Choice(String value, String label) {

        /** @throws InvalidValueException when a value is not allowed */
        public Choice {
            Checks.matching("choice.value", value, VALUE, "1 to " + MAX_CHOICE + " letters and digits");
            Checks.text("choice." + value + ".label", label, MAX_CHOICE);
        }
    }
}
