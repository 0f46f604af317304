package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.order.PaymentMode;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Change;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Conflict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a Stripe account differs from the catalog, and what would be done about it. Immutable; holds no secret.
 *
 * @param mode whether it is about the account's live data or its test data
 * @param application whose products, prices and endpoints it is about
 * @param steps in the order in which they are taken: package by package, then plan by plan, the webhook endpoint last
 */
public record ProvisioningPlan(PaymentMode mode, String application, List<ProvisioningStep> steps) {

    /** Copies the list. */
    public ProvisioningPlan {
        steps = List.copyOf(steps);
    }

    /** {@return what would be changed at Stripe} */
    public List<Change> changes() {
        return steps.stream()
                .filter(Change.class::isInstance)
                .map(Change.class::cast)
                .toList();
    }

    /** {@return what stands in the way; while there is any, nothing is applied} */
    public List<Conflict> conflicts() {
        return steps.stream()
                .filter(Conflict.class::isInstance)
                .map(Conflict.class::cast)
                .toList();
    }

    /** {@return whether the account is as the catalog says: nothing to change and nothing in the way} */
    public boolean isEmpty() {
        return changes().isEmpty() && conflicts().isEmpty();
    }

    /** {@return the plan for people, one line a step, without a line end at its end} */
    public String text() {
        String lines = steps.stream().map(ProvisioningStep::text).collect(Collectors.joining("\n"));
        return lines + (lines.isEmpty() ? "" : "\n") + summary();
    }

    private String summary() {
        return "Stripe in " + mode.name().toLowerCase(Locale.ROOT) + " mode, application " + application + ": "
                + counted(changes().size(), "change") + ", "
                + counted(conflicts().size(), "conflict");
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    @Override
    public String toString() {
        return "ProvisioningPlan[" + summary() + "]";
    }
}
