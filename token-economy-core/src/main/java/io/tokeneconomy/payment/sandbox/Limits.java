package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How much the sandbox keeps. What is over and done with makes room, oldest first; what a shop relies on does not, so
 * beyond its limit nothing more can be made.
 *
 * @param sessions sessions with their payments; finished ones make room
 * @param events events with the state of their delivery; those no longer to be sent make room
 * @param answers answers kept for their idempotency key
 * @param perCatalogKind customers, products, prices, coupons, promotion codes, subscriptions and invoices, of each
 */
record Limits(int sessions, int events, int answers, int perCatalogKind) {

    static final Limits DEFAULT = new Limits(20_000, 20_000, 10_000, 100_000);

    private static final Set<Kind> CATALOG = Set.of(
            Kind.CUSTOMER,
            Kind.PRODUCT,
            Kind.PRICE,
            Kind.COUPON,
            Kind.PROMOTION_CODE,
            Kind.PAYMENT_METHOD,
            Kind.PAYMENT_INTENT,
            Kind.SUBSCRIPTION,
            Kind.INVOICE);

    /** Runs at the end of each step that changes something. */
    void apply(Tx tx) {
        CATALOG.forEach(kind -> refuseBeyond(tx, kind));
        makeRoom(tx, Kind.SESSION, sessions, Limits::isFinished).forEach(session -> dropSession(tx, session));
        makeRoom(tx, Kind.EVENT, events, event -> isSent(tx, event)).forEach(event -> dropEvent(tx, event));
        makeRoom(tx, Kind.ANSWER, answers, any -> true)
                .forEach(answer -> tx.remove(Kind.ANSWER, Json.requiredString(answer, "id")));
    }

    private void refuseBeyond(Tx tx, Kind kind) {
        if (tx.added(kind) > 0 && tx.count(kind) + tx.added(kind) > perCatalogKind) {
            throw full(kind, perCatalogKind);
        }
    }

    /** What has to go because of those that came. */
    private static List<JsonObject> makeRoom(Tx tx, Kind kind, int limit, Predicate<JsonObject> over) {
        int excess = tx.added(kind) == 0 ? 0 : tx.count(kind) + tx.added(kind) - limit;
        if (excess <= 0) {
            return List.of();
        }
        List<JsonObject> oldest =
                tx.oldestFirst(kind).filter(over).limit(excess).toList();
        if (oldest.isEmpty() && kind == Kind.SESSION) {
            throw full(kind, limit);
        }
        return oldest;
    }

    private static StripeError full(Kind kind, int limit) {
        return StripeError.invalid(
                null, null, "This sandbox keeps at most " + limit + " objects of the kind " + kind.object() + ".");
    }

    private static boolean isFinished(JsonObject session) {
        return !Json.is(session, "status", "open") && !Checkout.isSettling(session);
    }

    private static boolean isSent(Tx tx, JsonObject event) {
        return tx.find(Kind.DELIVERY, Json.requiredString(event, "id"))
                .map(DeliveryState::of)
                .map(DeliveryState::isOver)
                .orElse(true);
    }

    private static void dropEvent(Tx tx, JsonObject event) {
        String id = Json.requiredString(event, "id");
        tx.remove(Kind.EVENT, id);
        tx.remove(Kind.DELIVERY, id);
    }

    /** What a session began goes on without it. */
    private static void dropSession(Tx tx, JsonObject session) {
        tx.remove(Kind.SESSION, Json.string(session, "id"));
        if (!session.has("subscription")) {
            dropSale(tx, session);
        }
    }

    private static void dropSale(Tx tx, JsonObject session) {
        List<JsonObject> prices = LineItems.in(session)
                .map(item -> item.getAsJsonObject("price"))
                .filter(price -> Json.flag(price, LineItems.INLINE))
                .toList();
        for (JsonObject price : prices) {
            tx.remove(Kind.PRICE, Json.string(price, "id"));
            if (Json.flag(price, LineItems.INLINE_PRODUCT)) {
                tx.remove(Kind.PRODUCT, Json.string(price, "product"));
            }
        }
        tx.find(Kind.PAYMENT_INTENT, Json.string(session, "payment_intent")).ifPresent(intent -> {
            String id = Json.requiredString(intent, "id");
            for (Kind kind : List.of(Kind.CHARGE, Kind.REFUND, Kind.DISPUTE)) {
                tx.linkedTo(kind, id).forEach(object -> tx.remove(kind, Json.string(object, "id")));
            }
            tx.remove(Kind.PAYMENT_INTENT, id);
        });
    }
}
