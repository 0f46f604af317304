package io.tokeneconomy.spring;

import io.tokeneconomy.TokenEconomyBuilder;
import io.tokeneconomy.checkout.CheckoutSettings;
import io.tokeneconomy.payment.CheckoutOptions;
import io.tokeneconomy.payment.CheckoutOptions.Feature;
import io.tokeneconomy.payment.CheckoutOptions.SubmitType;
import io.tokeneconomy.pricing.PriceList;
import io.tokeneconomy.spring.properties.BackgroundSettings;
import io.tokeneconomy.spring.properties.CheckoutPageSettings;
import io.tokeneconomy.spring.properties.PolicySettings;
import java.net.URI;

/** Everything that properties say of an economy beside its store, gateway and catalog. */
final class ConfiguredEconomy {

    private ConfiguredEconomy() {}

    static void apply(TokenEconomyProperties properties, TokenEconomyBuilder builder) {
        builder.checkout(checkout(properties));
        if (!properties.prices().isEmpty()) {
            builder.prices(Setting.PRICES.checked(() -> PriceList.parse(properties.prices())));
        }
        apply(properties.policy(), builder);
        apply(properties.background(), builder);
    }

    private static CheckoutSettings checkout(TokenEconomyProperties properties) {
        URI baseUrl = Setting.BASE_URL.required(properties.baseUrl());
        Setting.BASE_URL.checked(() -> CheckoutSettings.at(baseUrl));
        CheckoutPageSettings page = properties.checkout();
        return Setting.CHECKOUT.checked(() ->
                new CheckoutSettings(baseUrl, page.successPath(), page.cancelPath(), page.lifetime(), options(page)));
    }

    private static CheckoutOptions options(CheckoutPageSettings page) {
        CheckoutOptions options = CheckoutOptions.NONE
                .with(page.features().toArray(Feature[]::new))
                .withPlacement(page.placement());
        String locale = page.locale();
        options = locale == null ? options : options.withLocale(locale);
        SubmitType type = page.submitType();
        options = type == null ? options : options.withSubmitType(type);
        String text = page.submitText();
        options = text == null ? options : options.withSubmitText(text);
        Long most = page.maxQuantity();
        return most == null ? options : options.withQuantities(page.minQuantity(), most);
    }

    private static void apply(PolicySettings policy, TokenEconomyBuilder builder) {
        builder.clawback(policy.clawback()).creditFree(policy.creditFree()).creditEarlier(policy.creditEarlier());
        if (policy.lowBalanceAt() != 0) {
            Setting.LOW_BALANCE_AT.checked(() -> builder.lowBalanceAt(policy.lowBalanceAt()));
        }
    }

    private static void apply(BackgroundSettings pauses, TokenEconomyBuilder builder) {
        Setting.SWEEP_EVERY.checked(() -> builder.sweepEvery(pauses.sweepEvery()));
        Setting.DISPATCH_EVERY.checked(() -> builder.dispatchEvery(pauses.dispatchEvery()));
        Setting.RECONCILE_EVERY.checked(() -> builder.reconcileEvery(pauses.reconcileEvery()));
        Setting.TOP_UP_EVERY.checked(() -> builder.topUpEvery(pauses.topUpEvery()));
    }
}
