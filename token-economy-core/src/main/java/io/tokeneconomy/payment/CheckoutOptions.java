package io.tokeneconomy.payment;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.order.OrderItem;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a payment page offers and asks for beside the price; by default nothing, and the provider decides about looks. None
 * of it changes how many tokens a purchase brings: those are the order's, discounts and taxes only change what is charged.
 * Immutable; each method returns a changed copy.
 *
 * <pre>{@code
 * CheckoutOptions.NONE.with(Feature.PROMOTION_CODES, Feature.AUTOMATIC_TAX).withLocale("de");
 * }</pre>
 *
 * @param features what is switched on
 * @param locale the page's language, one of {@link #LOCALES}; null: the buyer's browser decides
 * @param submitType what the page's button says; null: the provider decides
 * @param submitText a text beside the button, 1 to {@value #MAX_SUBMIT_TEXT} characters in one line; null: none
 * @param placement where the page is; by default the provider's own
 * @param quantities how often the buyer may take the package; null: as often as the checkout was begun with
 * @param buyer what is known of the buyer and asked of him; by default {@link BuyerDetails#NONE}
 * @see <a href="https://docs.stripe.com/api/checkout/sessions/create">Stripe's parameters of a session</a>
 */
public record CheckoutOptions(
        Set<Feature> features,
        @Nullable String locale,
        @Nullable SubmitType submitType,
        @Nullable String submitText,
        Placement placement,
        @Nullable Quantities quantities,
        BuyerDetails buyer) {

    /** Everything off; the default. */
    public static final CheckoutOptions NONE =
            new CheckoutOptions(Set.of(), null, null, null, Placement.HOSTED, null, BuyerDetails.NONE);

    /** Stripe's limit of a custom text. */
    public static final int MAX_SUBMIT_TEXT = 1_200;

    /** The languages of Stripe's page; {@code auto} is the browser's. */
    public static final List<String> LOCALES =
            List.of(("auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hr hu"
                            + " id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW")
                    .split(" "));

    /**
     * @throws InvalidValueException when the locale is none of Stripe's, the text is too long, blank or of many lines, or
     *     recovery is asked for a page that is not hosted
     */
    public CheckoutOptions {
        EnumSet<Feature> copy = EnumSet.noneOf(Feature.class);
        copy.addAll(features);
        features = Collections.unmodifiableSet(copy);
        if (locale != null && !LOCALES.contains(locale)) {
            throw new InvalidValueException("locale", locale, "one of " + LOCALES);
        }
        if (features.contains(Feature.RECOVERY) && placement != Placement.HOSTED) {
            throw new InvalidValueException("placement", placement, Placement.HOSTED + " with " + Feature.RECOVERY);
        }
        submitText = submitText == null ? null : Checks.text("submitText", submitText, MAX_SUBMIT_TEXT);
    }

    /** {@return whether it is switched on} */
    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** {@return these options with more switched on} */
    public CheckoutOptions with(Feature... more) {
        EnumSet<Feature> all = EnumSet.noneOf(Feature.class);
        all.addAll(features);
        all.addAll(List.of(more));
        return new CheckoutOptions(all, locale, submitType, submitText, placement, quantities, buyer);
    }

    /** {@return these options with one switched off} */
    public CheckoutOptions without(Feature feature) {
        EnumSet<Feature> rest = EnumSet.noneOf(Feature.class);
        rest.addAll(features);
        rest.remove(feature);
        return new CheckoutOptions(rest, locale, submitType, submitText, placement, quantities, buyer);
    }

    /**
     * {@return these options with the page in another language}
     *
     * @throws InvalidValueException when it is none of {@link #LOCALES}
     */
    public CheckoutOptions withLocale(String newLocale) {
        return new CheckoutOptions(features, newLocale, submitType, submitText, placement, quantities, buyer);
    }

    /** {@return these options with another word on the button} */
    public CheckoutOptions withSubmitType(SubmitType newSubmitType) {
        return new CheckoutOptions(features, locale, newSubmitType, submitText, placement, quantities, buyer);
    }

    /**
     * {@return these options with another text beside the button}
     *
     * @throws InvalidValueException when it is blank, longer than {@value #MAX_SUBMIT_TEXT} characters or of many lines
     */
    public CheckoutOptions withSubmitText(String newSubmitText) {
        return new CheckoutOptions(features, locale, submitType, newSubmitText, placement, quantities, buyer);
    }

    /** {@return these options with the page in another place} */
    public CheckoutOptions withPlacement(Placement newPlacement) {
        return new CheckoutOptions(features, locale, submitType, submitText, newPlacement, quantities, buyer);
    }

    /**
     * {@return these options with a quantity that the buyer can change on the page} A checkout then begins with one within
     * the same bounds.
     *
     * @param minimum the least, 1 or more
     * @param maximum the most, at most {@value io.tokeneconomy.order.OrderItem#MAX_QUANTITY}
     * @throws InvalidValueException when the bounds are outside, or the least is more than the most
     */
    public CheckoutOptions withQuantities(long minimum, long maximum) {
        return new CheckoutOptions(
                features, locale, submitType, submitText, placement, new Quantities(minimum, maximum), buyer);
    }

    /** {@return these options with what is known of the buyer and asked of him; for one checkout, or with fields for all} */
    public CheckoutOptions withBuyer(BuyerDetails newBuyer) {
        return new CheckoutOptions(features, locale, submitType, submitText, placement, quantities, newBuyer);
    }

    /**
     * How often a buyer may take a package.
     *
     * @param minimum the least, 1 or more
     * @param maximum the most, at most {@value io.tokeneconomy.order.OrderItem#MAX_QUANTITY}
     */
    public record Quantities(long minimum, long maximum) {

        /** @throws InvalidValueException when the bounds are outside, or the least is more than the most */
        public Quantities {
            Checks.range("maximum quantity", maximum, 1, OrderItem.MAX_QUANTITY);
            Checks.range("minimum quantity", minimum, 1, maximum);
        }
    }

    /** Where the payment page is. */
    public enum Placement {
        /** At the provider; the buyer is sent there and comes back. */
        HOSTED,
        /** Within a page of the shop's, see {@link CheckoutSession#clientSecret()}; the buyer is sent on after paying. */
        EMBEDDED,
        /** Like {@link #EMBEDDED}; where the means of payment lets him, the buyer stays and the page is told. */
        EMBEDDED_STAYING
    }

    /** What can be switched on. */
    public enum Feature {
        /** The buyer may type a promotion code, as made in the provider's dashboard. */
        PROMOTION_CODES,
        /**
         * The provider computes taxes, and keeps the address the buyer types with the customer. Needs a tax registration
         * there; prices that are not provisioned count as its settings say, by default taxes come on top in USD.
         */
        AUTOMATIC_TAX,
        /** The provider makes an invoice when the purchase is paid; it may charge for that. */
        INVOICE,
        /** The buyer has to give a billing address, also where the payment does not need one. */
        BILLING_ADDRESS,
        /**
         * An expired checkout can be taken up again for 30 days, see {@link CheckoutSession#recoveryUrl()}; only with {@link
         * Placement#HOSTED}.
         */
        RECOVERY,
        /** The buyer has to agree to terms of service, whose address stands in the provider's public details. */
        TERMS_OF_SERVICE,
        /**
         * The card stays with the provider, and may be charged later while the buyer is away; the page asks for whatever that
         * needs. For a buyer who agreed to it, see {@code Checkout.start} with options of its own.
         */
        SAVE_CARD
    }

    /** What the page's button says. */
    public enum SubmitType {
        /** Pay. */
        PAY,
        /** Book. */
        BOOK,
        /** Donate. */
        DONATE
    }
}
