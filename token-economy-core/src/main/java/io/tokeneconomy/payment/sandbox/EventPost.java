package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import io.tokeneconomy.payment.sandbox.Endpoints.Endpoint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends one event to its endpoint, in the shape of the endpoint's API version. Thread-safe. */
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

    /** @throws SandboxException when there is no such event or its endpoint is not set */
    WebhookAttempt send(String eventId) throws InterruptedException {
        Letter letter = state.step(tx -> letter(tx, eventId));
        return sender.send(letter.to().target(), eventId, letter.payload());
    }

    private Letter letter(Tx tx, String eventId) {
        JsonObject event = tx.find(Kind.EVENT, eventId)
                .orElseThrow(() -> new SandboxException("No such event: " + eventId, false, null));
        Endpoint to = endpoints
                .get(Endpoints.of(event))
                .orElseThrow(() ->
                        new SandboxException("No webhook is set; event " + eventId + " cannot be sent", false, null));
        event.addProperty("pending_webhooks", 1);
        JsonObject rendered = Shapes.render(event);
        Optional.ofNullable(to.apiVersion())
                .or(() -> Optional.ofNullable(apiVersion))
                .ifPresent(version -> EventVersions.apply(tx, rendered, version));
        return new Letter(to, Json.text(rendered));
    }
}
