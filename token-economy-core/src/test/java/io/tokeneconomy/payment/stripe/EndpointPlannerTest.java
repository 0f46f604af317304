package io.tokeneconomy.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokeneconomy.StripeRule;
import io.tokeneconomy.payment.stripe.AccountState.EndpointState;
import io.tokeneconomy.payment.stripe.ProvisioningStep.ByHand;
import io.tokeneconomy.payment.stripe.ProvisioningStep.CreateEndpoint;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Subject;
import io.tokeneconomy.payment.stripe.ProvisioningStep.Unchanged;
import io.tokeneconomy.payment.stripe.ProvisioningStep.UpdateEndpoint;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rule 4: an endpoint's version cannot be changed. Section 8: which events it hears. */
class EndpointPlannerTest {

    private static final URI URL = URI.create("https://shop.example/api/stripe/webhook");
    private static final List<String> WANTED = List.of("checkout.session.completed", "refund.created");
    private static final String PINNED = StripeGateway.API_VERSION;
    private static final Map<String, String> OURS = Map.of("te_app", "shop");
    private static final CreateEndpoint CREATED = new CreateEndpoint(URL, WANTED);

    private static List<ProvisioningStep> plan(EndpointState... endpoints) {
        return new EndpointPlanner(new ProvisioningNames("shop"), URL, WANTED).steps(List.of(endpoints));
    }

    private static EndpointState at(
            String id, @Nullable String version, Map<String, String> metadata, List<String> events) {
        return new EndpointState(id, URL.toString(), version, true, events, metadata);
    }

    private static Unchanged kept(String id) {
        return new Unchanged(Subject.WEBHOOK, URL.toString(), id);
    }

    @Test
    void oneIsMadeWhereThereIsNone() {
        assertThat(plan()).containsExactly(CREATED);
    }

    @Test
    void theRightOneStaysAlsoWhenItHearsMore() {
        assertThat(plan(at("we_1", PINNED, OURS, WANTED))).containsExactly(kept("we_1"));
        assertThat(plan(at("we_1", PINNED, OURS, List.of("*")))).containsExactly(kept("we_1"));
        assertThat(plan(at("we_1", PINNED, OURS, List.of("refund.created", "a.b", "checkout.session.completed"))))
                .containsExactly(kept("we_1"));
    }

    @Test
    void whatIsMissingIsAddedAndNothingTakenAway() {
        assertThat(plan(at("we_1", PINNED, OURS, List.of("invoice.paid", "refund.created"))))
                .containsExactly(new UpdateEndpoint(
                        "we_1",
                        URL,
                        List.of("invoice.paid", "refund.created", "checkout.session.completed"),
                        List.of("checkout.session.completed"),
                        false,
                        false));
    }

    @Test
    void oneThatWasSwitchedOffIsSwitchedOn() {
        EndpointState off = new EndpointState("we_1", URL.toString(), PINNED, false, WANTED, OURS);

        assertThat(plan(off)).containsExactly(new UpdateEndpoint("we_1", URL, WANTED, List.of(), true, false));
    }

    @Test
    void oneThatWasMadeByHandInTheRightVersionIsTakenOver() {
        assertThat(plan(at("we_1", PINNED, Map.of(), WANTED)))
                .containsExactly(new UpdateEndpoint("we_1", URL, WANTED, List.of(), false, true));
    }

    @Test
    @StripeRule(4)
    void anotherVersionNeedsASecondEndpointAndTheFirstIsTheUsersToRemove() {
        List<ProvisioningStep> steps = plan(at("we_1", "2020-08-27", OURS, WANTED), at("we_2", null, Map.of(), WANTED));

        assertThat(steps).startsWith(CREATED);
        assertThat(steps.subList(1, 3))
                .allMatch(ByHand.class::isInstance)
                .extracting(ProvisioningStep::text)
                .satisfiesExactly(
                        first -> assertThat(first).contains("we_1", "2020-08-27"),
                        second -> assertThat(second).contains("we_2", "the account's version"));
    }

    @Test
    void theSecondEndpointStaysTheOneAndTheFirstIsStillToBeRemoved() {
        assertThat(plan(at("we_1", "2020-08-27", OURS, WANTED), at("we_2", PINNED, OURS, WANTED)))
                .hasSize(2)
                .startsWith(kept("we_2"))
                .last()
                .isInstanceOf(ByHand.class);
    }

    @Test
    void ofTwoTheMarkedOneIsTheOne() {
        assertThat(plan(at("we_1", PINNED, Map.of(), WANTED), at("we_2", PINNED, OURS, WANTED)))
                .hasSize(2)
                .startsWith(kept("we_2"));
    }

    @Test
    void endpointsElsewhereAndOfOtherApplicationsDoNotCount() {
        EndpointState elsewhere =
                new EndpointState("we_1", "https://staging.example/api/stripe/webhook", PINNED, true, WANTED, OURS);

        assertThat(plan(elsewhere, at("we_2", PINNED, Map.of("te_app", "other"), WANTED)))
                .containsExactly(CREATED);
    }

    @Test
    void theDocumentedEventsAreOnesThatStripesLibraryKnows() {
        assertThat(StripeProvisioning.EVENTS)
                .hasSize(16)
                .doesNotHaveDuplicates()
                .allMatch(ProvisioningRequests::isEvent);
    }
}
