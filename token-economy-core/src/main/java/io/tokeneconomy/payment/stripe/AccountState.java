package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.catalog.Interval;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Terms;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a Stripe account has, as far as provisioning cares.
 *
 * @param products by id
 * @param holders the prices that have our lookup keys, by lookup key
 * @param pinned the prices that the catalog names itself, by id
 * @param others further prices of our products whose holder does not sell as the catalog says, by product id
 * @param endpoints all webhook endpoints, in Stripe's order
 */
record AccountState(
        Map<String, ProductState> products,
        Map<String, PriceState> holders,
        Map<String, PriceState> pinned,
        Map<String, List<PriceState>> others,
        List<EndpointState> endpoints) {

    /**
     * A product.
     *
     * @param description empty when it has none
     */
    record ProductState(String id, String name, String description, boolean active, Map<String, String> metadata) {}

    /**
     * A price.
     *
     * @param amount in minor units; null when it is not a whole number of them, or the buyer's to choose
     * @param plain whether it is charged per piece, without tiers and without rounding of quantities, once or for every
     *     month or year in advance
     * @param interval how often; null when it is charged once, or not plainly
     */
    record PriceState(
            String id,
            String product,
            String currency,
            @Nullable Long amount,
            boolean plain,
            @Nullable Interval interval,
            boolean active,
            Map<String, String> metadata) {

        boolean charges(Terms terms) {
            return plain
                    && amount != null
                    && amount == terms.price().amountMinor()
                    && currency.equals(terms.price().currency())
                    && Objects.equals(interval, terms.interval());
        }

        /** For people. */
        String charge() {
            if (!plain || amount == null) {
                return "no single fixed amount of " + currency + ", once, a month or a year";
            }
            String often = interval == null ? " once" : " a " + Terms.word(interval);
            return amount + " minor units of " + currency + often;
        }
    }

    /**
     * A webhook endpoint.
     *
     * @param apiVersion null when events come in the account's version
     */
    record EndpointState(
            String id,
            String url,
            @Nullable String apiVersion,
            boolean enabled,
            List<String> events,
            Map<String, String> metadata) {

        static final String ALL_EVENTS = "*";

        boolean hears(String event) {
            return events.contains(event) || events.contains(ALL_EVENTS);
        }
    }
}
