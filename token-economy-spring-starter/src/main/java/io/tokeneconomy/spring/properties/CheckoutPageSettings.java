package io.tokeneconomy.spring.properties;

import io.tokeneconomy.checkout.CheckoutSettings;
import io.tokeneconomy.payment.CheckoutOptions;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The payment page, and where buyers return to.
 *
 * @param successPath Where a buyer lands after paying; gets ?session_id=….
 * @param cancelPath Where a buyer lands without paying; gets ?package=….
 * @param lifetime How long a checkout stays open, 31 m to 23 h.
 * @param placement Where the payment stands: on a page of Stripe's own, or within one of the application's.
 * @param features What the payment page offers and asks for beside the price.
 * @param locale Language of the payment page. By default the buyer's browser decides.
 * @param submitType What the page's button says. By default Stripe decides.
 * @param submitText Text beside the button, 1 to 1,200 characters in one line.
 * @param minQuantity How often a buyer has to take a package at least, where the page lets him change it.
 * @param maxQuantity How often a buyer may take a package at most. By default the page does not let him change it.
 */
public record CheckoutPageSettings(
        @DefaultValue(CheckoutSettings.SUCCESS_PATH) String successPath,
        @DefaultValue(CheckoutSettings.CANCEL_PATH) String cancelPath,
        @DefaultValue("23h") Duration lifetime,
        @DefaultValue("HOSTED") CheckoutOptions.Placement placement,
        @DefaultValue Set<CheckoutOptions.Feature> features,
        @Nullable String locale,
        CheckoutOptions.@Nullable SubmitType submitType,
        @Nullable String submitText,
        @DefaultValue("1") long minQuantity,
        @Nullable Long maxQuantity) {

    /** Copies the set. */
    public CheckoutPageSettings {
        features = Set.copyOf(features);
    }
}
