package io.tokeneconomy.payment.stripe;

import com.stripe.net.ApiRequestParams.EnumParam;
import com.stripe.param.PriceCreateParams;
import com.stripe.param.PriceUpdateParams;
import com.stripe.param.ProductCreateParams;
import com.stripe.param.ProductUpdateParams;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointUpdateParams;
import com.stripe.param.common.EmptyParam;
import io.tokeneconomy.catalog.Interval;
import io.tokeneconomy.payment.stripe.ProvisioningStep.CreateEndpoint;
import io.tokeneconomy.payment.stripe.ProvisioningStep.CreatePrice;
import io.tokeneconomy.payment.stripe.ProvisioningStep.CreateProduct;
import io.tokeneconomy.payment.stripe.ProvisioningStep.MoveLookupKey;
import io.tokeneconomy.payment.stripe.ProvisioningStep.UpdateEndpoint;
import io.tokeneconomy.payment.stripe.ProvisioningStep.UpdateProduct;
import java.util.Arrays;

/** Says in Stripe's words what a step does. The same step gives the same parameters. */
final class ProvisioningRequests {

    private final ProvisioningNames names;

    ProvisioningRequests(ProvisioningNames names) {
        this.names = names;
    }

    ProductCreateParams product(CreateProduct step) {
        ProductCreateParams.Builder params = ProductCreateParams.builder()
                .setId(step.productId())
                .setName(step.name())
                .putAllMetadata(names.mark(step.packageId()));
        return step.description().isEmpty()
                ? params.build()
                : params.setDescription(step.description()).build();
    }

    ProductUpdateParams product(UpdateProduct step) {
        ProductUpdateParams.Builder params =
                ProductUpdateParams.builder().setName(step.name()).setActive(true);
        return step.description().isEmpty()
                ? params.setDescription(EmptyParam.EMPTY).build()
                : params.setDescription(step.description()).build();
    }

    /** The key is asked for only where the plan saw who has it: Stripe refuses if somebody else came in between. */
    PriceCreateParams price(CreatePrice step) {
        PriceCreateParams.Builder params = PriceCreateParams.builder()
                .setProduct(step.productId())
                .setCurrency(step.terms().price().currency())
                .setUnitAmount(step.terms().price().amountMinor())
                .setLookupKey(step.lookupKey())
                .putAllMetadata(names.mark(step.packageId()));
        Interval interval = step.terms().interval();
        if (interval != null) {
            params.setRecurring(recurring(interval));
        }
        return step.holder() == null
                ? params.build()
                : params.setTransferLookupKey(true).build();
    }

    private static PriceCreateParams.Recurring recurring(Interval interval) {
        return PriceCreateParams.Recurring.builder()
                .setInterval(
                        switch (interval) {
                            case MONTH -> PriceCreateParams.Recurring.Interval.MONTH;
                            case YEAR -> PriceCreateParams.Recurring.Interval.YEAR;
                        })
                .build();
    }

    PriceUpdateParams price(MoveLookupKey step) {
        PriceUpdateParams.Builder params =
                PriceUpdateParams.builder().setActive(true).setLookupKey(step.lookupKey());
        return step.holder() == null
                ? params.build()
                : params.setTransferLookupKey(true).build();
    }

    static PriceUpdateParams active() {
        return PriceUpdateParams.builder().setActive(true).build();
    }

    WebhookEndpointCreateParams endpoint(CreateEndpoint step) {
        return WebhookEndpointCreateParams.builder()
                .setUrl(step.url().toString())
                .setApiVersion(apiVersion())
                .setDescription("Token Economy, application " + names.application())
                .addAllEnabledEvent(step.events().stream()
                        .map(type -> only(WebhookEndpointCreateParams.EnabledEvent.values(), type))
                        .toList())
                .putMetadata(ProvisioningNames.APPLICATION, names.application())
                .build();
    }

    /** The types go as texts: the endpoint may hear some that Stripe's library does not know yet. */
    WebhookEndpointUpdateParams endpoint(UpdateEndpoint step) {
        WebhookEndpointUpdateParams.Builder params = WebhookEndpointUpdateParams.builder()
                .setDisabled(false)
                .putMetadata(ProvisioningNames.APPLICATION, names.application());
        return step.missing().isEmpty()
                ? params.build()
                : params.putExtraParam("enabled_events", step.events()).build();
    }

    /** Whether Stripe's library knows the type. */
    static boolean isEvent(String type) {
        return Arrays.stream(WebhookEndpointCreateParams.EnabledEvent.values())
                .anyMatch(event -> event.getValue().equals(type));
    }

    private static WebhookEndpointCreateParams.ApiVersion apiVersion() {
        return only(WebhookEndpointCreateParams.ApiVersion.values(), StripeGateway.API_VERSION);
    }

    private static <E extends EnumParam> E only(E[] known, String value) {
        return Arrays.stream(known)
                .filter(each -> each.getValue().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Stripe's library does not know " + value));
    }
}
