package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.payment.stripe.AccountState.EndpointState;
import io.tokeneconomy.payment.stripe.ProvisioningStep.ByHand;
import io.tokeneconomy.payment.stripe.ProvisioningStep.CreateEndpoint;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Subject;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Unchanged;
import io.tokeneconomy.payment.stripe.ProvisioningStep.UpdateEndpoint;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Compares the webhook endpoint that a shop needs with those of an account. Pure.
 *
 * <p>An endpoint at the shop's address is ours when it carries our mark, or none at all (somebody made it by hand);
 * others stay untouched. What it hears beyond our events stays too: the host may have handlers for it.
 */
final class EndpointPlanner {

    private final ProvisioningNames names;
    private final URI url;
    private final List<String> wanted;

    EndpointPlanner(ProvisioningNames names, URI url, List<String> wanted) {
        this.names = names;
        this.url = url;
        this.wanted = wanted;
    }

    List<ProvisioningStep> steps(List<EndpointState> all) {
        List<EndpointState> atOurs = all.stream()
                .filter(endpoint -> endpoint.url().equals(url.toString()) && mayBeOurs(endpoint))
                .toList();
        Optional<EndpointState> current = atOurs.stream()
                .filter(endpoint -> StripeGateway.API_VERSION.equals(endpoint.apiVersion()))
                .min(Comparator.comparing(endpoint -> !names.isOurs(endpoint.metadata())));
        List<ProvisioningStep> steps = new ArrayList<>();
        steps.add(current.map(this::kept).orElseGet(() -> new CreateEndpoint(url, wanted)));
        atOurs.stream()
                .filter(endpoint -> current.filter(endpoint::equals).isEmpty())
                .map(this::surplus)
                .forEach(steps::add);
        return steps;
    }

    /** Stripe refuses addresses of one's own machine. */
    static ByHand outOfReach(URI url) {
        return new ByHand(
                Subject.WEBHOOK,
                url.toString(),
                "Stripe cannot reach this machine; run stripe listen --forward-to " + url
                        + " and take the secret that it prints");
    }

    private boolean mayBeOurs(EndpointState endpoint) {
        return names.isOurs(endpoint.metadata()) || !endpoint.metadata().containsKey(ProvisioningNames.APPLICATION);
    }

    private ProvisioningStep kept(EndpointState endpoint) {
        List<String> missing =
                wanted.stream().filter(event -> !endpoint.hears(event)).toList();
        boolean marked = names.isOurs(endpoint.metadata());
        if (missing.isEmpty() && endpoint.enabled() && marked) {
            return new Unchanged(Subject.WEBHOOK, url.toString(), endpoint.id());
        }
        List<String> events = new ArrayList<>(endpoint.events());
        events.addAll(missing);
        return new UpdateEndpoint(endpoint.id(), url, events, missing, !endpoint.enabled(), !marked);
    }

    /** An endpoint's version cannot be changed: https://docs.stripe.com/webhooks/versioning. */
    private ByHand surplus(EndpointState endpoint) {
        String version = endpoint.apiVersion() == null ? "the account's version" : endpoint.apiVersion();
        return new ByHand(
                Subject.WEBHOOK,
                url.toString(),
                endpoint.id() + " delivers here too, in " + version
                        + "; remove it in the dashboard once the shop runs with the secret of the other one");
    }
}
