package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Pays sessions from outside of the API: by the page, by a test, by the passing of time. Each act is one atomic step.
 * Thread-safe.
 */
final class Cashier {

    /** As long as Stripe holds the buyer back for the webhook ({@code docs.stripe.com/checkout/fulfillment}). */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final int MAX_WAITING = 256; // leaves threads for the calls that a webhook's receiver makes

    private final State state;
    private final Checkout checkout;
    private final Reservations reservations;
    private final Deliveries deliveries;
    private final Background background;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);

    Cashier(State state, Checkout checkout, Reservations reservations, Deliveries deliveries, Background background) {
        this.state = state;
        this.checkout = checkout;
        this.reservations = reservations;
        this.deliveries = deliveries;
        this.background = background;
    }

    /** The session as it is now, with its private fields. */
    Optional<JsonObject> session(String id) {
        return state.step(tx -> tx.find(Kind.SESSION, id).map(session -> checkout.current(tx, session)));
    }

    /** Changes the quantity of an item while the session is open. */
    void adjust(String id, int index, long quantity) {
        state.step(tx -> {
            JsonObject session = checkout.current(tx, required(tx, id));
            if (Json.is(session, "status", "open")) {
                Basket.adjust(tx, session, Map.of(index, quantity));
            }
            return true;
        });
    }

    /** Pays, then waits for the webhook's first answer as Stripe's page does. */
    PayResult pay(String id, PayOptions options) {
        PayResult result = state.step(tx -> checkout.pay(tx, required(tx, id), options));
        if (result instanceof PayResult.Completed) {
            session(id).ifPresent(session -> {
                scheduleSettlement(session);
                awaitWebhook(session);
            });
        }
        return result;
    }

    private void awaitWebhook(JsonObject session) {
        if (waiting.tryAcquire()) {
            try {
                deliveries.awaitFirstTry(Checkout.completedEvent(session), LONGEST_WAIT);
            } finally {
                waiting.release();
            }
        }
    }

    private static JsonObject required(Tx tx, String id) {
        return tx.find(Kind.SESSION, id).orElseThrow(() -> StripeError.notFound(Kind.SESSION, "id", id));
    }

    /** Ends a pay-later payment; false when the session has none that waits. */
    boolean settle(String id, boolean success) {
        return state.step(tx -> {
            JsonObject session = required(tx, id);
            boolean settling = Checkout.isSettling(session);
            if (settling) {
                checkout.settle(tx, session, success);
            }
            return settling;
        });
    }

    /** Takes reserved money. */
    JsonObject capture(String payment) {
        return state.step(tx -> reservations.capture(tx, PaymentRef.charge(tx, payment)));
    }

    /** Gives reserved money up. */
    JsonObject release(String payment) {
        return state.step(tx -> reservations.release(tx, PaymentRef.charge(tx, payment)));
    }

    /** An open copy of an expired session; empty when there is no such session, or it may not be taken up again. */
    Optional<JsonObject> recover(String id) {
        return state.step(tx -> tx.find(Kind.SESSION, id).flatMap(session -> checkout.recover(tx, session)));
    }

    /** Expires an open session; false when it is not open. */
    boolean expire(String id) {
        return state.step(tx -> {
            JsonObject session = checkout.current(tx, required(tx, id));
            boolean open = Json.is(session, "status", "open");
            if (open) {
                checkout.expire(tx, session);
            }
            return open;
        });
    }

    /** After a restart: pay-later payments go on waiting for what is left of their delay. */
    void resumeSettlements() {
        state.step(tx -> tx.oldestFirst(Kind.SESSION)
                        .filter(Checkout::isSettling)
                        .toList())
                .forEach(this::scheduleSettlement);
    }

    private void scheduleSettlement(JsonObject session) {
        if (!Checkout.isSettling(session)) {
            return;
        }
        String id = Json.requiredString(session, "id");
        boolean well = Checkout.settlesWell(session);
        long now = state.step(tx -> tx.now().toEpochMilli());
        long left = Math.max(0, Json.number(session, Checkout.SETTLES_AT) - now);
        background.after(Duration.ofMillis(left), () -> settle(id, well));
    }
}
