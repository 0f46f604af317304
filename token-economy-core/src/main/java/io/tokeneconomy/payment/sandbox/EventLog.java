package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records events with a snapshot of their object and hands them to the webhook once they are kept. */
final class EventLog {

    /** What the webhook endpoint hears of unless it asks for more. */
    static final Set<String> CHECKOUT = Set.of(
            "checkout.session.completed",
            "checkout.session.async_payment_succeeded",
            "checkout.session.async_payment_failed",
            "checkout.session.expired");

    /** What it may ask for. */
    static final Set<String> OPTIONAL = Set.of("payment_intent.succeeded", "charge.succeeded");

    private final Set<String> subscribed;
    private final Deliveries deliveries;

    EventLog(Set<String> subscribed, Deliveries deliveries) {
        this.subscribed = subscribed;
        this.deliveries = deliveries;
    }

    /** Returns the new event's id, null when nobody subscribed to its type. */
    @Nullable
    String emit(Tx tx, String type, JsonObject object) {
        if (!subscribed.contains(type)) {
            return null;
        }
        JsonObject data = new JsonObject();
        data.add("object", snapshot(object));
        JsonObject event = new JsonObject();
        String id = Kind.EVENT.newId();
        event.addProperty("id", id);
        event.addProperty("object", Kind.EVENT.object());
        event.addProperty("created", tx.nowSeconds());
        event.addProperty("type", type);
        event.add("data", data);
        tx.put(Kind.EVENT, event);
        tx.put(Kind.DELIVERY, new DeliveryState(id, 0, DeliveryState.Phase.WAITING).json());
        tx.afterCommit(() -> deliveries.start(id));
        return id;
    }

    /** Private notes stay out of the snapshot. */
    private static JsonObject snapshot(JsonObject object) {
        JsonObject snapshot = object.deepCopy();
        List.copyOf(snapshot.keySet()).stream()
                .filter(name -> name.startsWith("_"))
                .forEach(snapshot::remove);
        return snapshot;
    }
}
