package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import io.tokeneconomy.payment.sandbox.Endpoints.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends one event to its endpoints, in the shape of the endpoint's API version. Thread-safe. */
final class EventPost {

    private final State state;
    private final WebhookSender sender;
    private final Endpoints endpoints;
    private volatile @Nullable String apiVersion;

    EventPost(State state, WebhookSender sender, Endpoints endpoints) {
        this.state = state;
        this.sender = sender;
        this.endpoints = endpoints;
    }

    /** @param version of the events for endpoints that have none of their own, null: the usual one */
    void apiVersion(@Nullable String version) {
        apiVersion = version;
    }

    private record Letter(Endpoint to, String payload) {}

    /** Whether somebody would get it now. */
    boolean hasReceiver(Outgoing event) {
        return endpoints.isSet(event.endpoint())
                || state.step(tx -> tx.find(Kind.EVENT, event.eventId())
                        .filter(known -> !made(tx, known).isEmpty())
                        .isPresent());
    }

    /**
     * Returns the answer of who failed, when one did.
     *
     * @throws SandboxException when there is no such event or nobody to get it
     */
    WebhookAttempt send(String eventId) throws InterruptedException {
        WebhookAttempt worst = null;
        for (Letter letter : state.step(tx -> letters(tx, eventId))) {
            WebhookAttempt attempt = sender.send(letter.to().target(), eventId, letter.payload());
            worst = worst == null || worst.delivered() ? attempt : worst;
        }
        if (worst == null) {
            throw new SandboxException("No webhook is set; event " + eventId + " cannot be sent", false, null);
        }
        return worst;
    }

    private List<Letter> letters(Tx tx, String eventId) {
        JsonObject event = tx.find(Kind.EVENT, eventId)
                .orElseThrow(() -> new SandboxException("No such event: " + eventId, false, null));
        List<Endpoint> receivers = new ArrayList<>(made(tx, event));
        endpoints.get(Endpoints.of(event)).ifPresent(receivers::add);
        return receivers.stream().map(to -> letter(tx, event.deepCopy(), to)).toList();
    }

    /** The endpoints made through the API that want it. */
    private static List<Endpoint> made(Tx tx, JsonObject event) {
        return Endpoints.of(event) == Endpoints.FIRST
                ? WebhookEndpoints.targets(tx, Json.requiredString(event, "type")).stream()
                        .map(target -> new Endpoint(target, null))
                        .toList()
                : List.of();
    }

    private Letter letter(Tx tx, JsonObject event, Endpoint to) {
        event.addProperty("pending_webhooks", 1);
        JsonObject rendered = Shapes.render(event);
        Optional.ofNullable(to.apiVersion())
                .or(() -> Optional.ofNullable(apiVersion))
                .ifPresent(version -> EventVersions.apply(tx, rendered, version));
        return new Letter(to, Json.text(rendered));
    }
}
