package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records events with a snapshot of their object and hands them to the webhook once they are kept. */
final class EventLog {

    /** The course of a session. */
    static final Set<String> CHECKOUT = Set.of(
            "checkout.session.completed",
            "checkout.session.async_payment_succeeded",
            "checkout.session.async_payment_failed",
            "checkout.session.expired");

    /** What is always emitted: {@link #CHECKOUT}, what takes money back or gives it back, who is gone, and subscriptions. */
    static final Set<String> ALWAYS = Stream.concat(
                    CHECKOUT.stream(),
                    Stream.of(
                            "refund.created",
                            "refund.updated",
                            "refund.failed",
                            "charge.refunded",
                            "charge.dispute.created",
                            "charge.dispute.updated",
                            "charge.dispute.closed",
                            "charge.dispute.funds_withdrawn",
                            "charge.dispute.funds_reinstated",
                            "radar.early_fraud_warning.created",
                            "customer.deleted",
                            "customer.subscription.created",
                            "customer.subscription.updated",
                            "customer.subscription.deleted",
                            "invoice.paid",
                            "invoice.payment_succeeded",
                            "invoice.payment_failed",
                            "invoice_payment.paid"))
            .collect(Collectors.toUnmodifiableSet());

    /** What may be asked for. */
    static final Set<String> OPTIONAL = Set.of(
            "payment_intent.succeeded",
            "payment_intent.payment_failed",
            "payment_intent.amount_capturable_updated",
            "payment_intent.canceled",
            "charge.succeeded",
            "charge.failed",
            "charge.captured",
            "charge.refund.updated",
            "invoice.created",
            "invoice.finalized");

    private final Set<String> subscribed;
    private final Endpoints endpoints;
    private final Deliveries deliveries;

    EventLog(Set<String> subscribed, Endpoints endpoints, Deliveries deliveries) {
        this.subscribed = subscribed;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    /** Returns the new event's id (the first endpoint's), null when nobody subscribed to its type. */
    @Nullable
    String emit(Tx tx, String type, JsonObject object) {
        return emit(tx, type, object, new JsonObject());
    }

    /** @param previous the fields that have changed, as they were; empty when nothing is told of it */
    @Nullable
    String emit(Tx tx, String type, JsonObject object, JsonObject previous) {
        return subscribed.contains(type) ? tell(tx, type, object, previous) : null;
    }

    /** The same, also when nobody subscribed to its type. */
    void tell(Tx tx, String type, JsonObject object) {
        tell(tx, type, object, new JsonObject());
    }

    private String tell(Tx tx, String type, JsonObject object, JsonObject previous) {
        String id = keep(tx, type, data(object, previous), Endpoints.FIRST);
        if (endpoints.isSet(Endpoints.SECOND)) {
            keep(tx, type, data(object, previous), Endpoints.SECOND);
        }
        return id;
    }

    private String keep(Tx tx, String type, JsonObject data, int endpoint) {
        JsonObject event = new JsonObject();
        String id = Kind.EVENT.newId();
        event.addProperty("id", id);
        event.addProperty("object", Kind.EVENT.object());
        event.addProperty("created", tx.nowSeconds());
        event.addProperty("type", type);
        event.add("data", data);
        event.addProperty(Outgoing.NUMBER, Counter.next(tx));
        Endpoints.mark(event, endpoint);
        tx.put(Kind.EVENT, event);
        tx.put(Kind.DELIVERY, new DeliveryState(id, 0, DeliveryState.Phase.WAITING).json());
        tx.afterCommit(() -> deliveries.start(Outgoing.of(event)));
        return id;
    }

    private static JsonObject data(JsonObject object, JsonObject previous) {
        JsonObject data = new JsonObject();
        data.add("object", snapshot(object));
        if (!previous.isEmpty()) {
            data.add("previous_attributes", previous.deepCopy());
        }
        return data;
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
