package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.Locale;

/**
 * How far the delivery of an event has come.
 *
 * @param tries how often it was sent
 */
record DeliveryState(String eventId, int tries, Phase phase) {

    enum Phase {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }

    static DeliveryState of(JsonObject json) {
        return new DeliveryState(
                Json.requiredString(json, "id"),
                (int) Json.number(json, "tries"),
                Phase.valueOf(Json.requiredString(json, "phase").toUpperCase(Locale.ROOT)));
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("id", eventId);
        json.addProperty("object", Kind.DELIVERY.object());
        json.addProperty("tries", tries);
        json.addProperty("phase", phase.name().toLowerCase(Locale.ROOT));
        return json;
    }

    boolean isOver() {
        return phase != Phase.WAITING;
    }

    /** Never to be sent by itself any more. */
    DeliveryState givenUp() {
        return new DeliveryState(eventId, tries, Phase.GIVEN_UP);
    }

    /** After one more try; a delivered event stays delivered. */
    DeliveryState after(boolean delivered, int maxTries) {
        Phase next = delivered || phase == Phase.DELIVERED
                ? Phase.DELIVERED
                : tries + 1 >= maxTries ? Phase.GIVEN_UP : Phase.WAITING;
        return new DeliveryState(eventId, tries + 1, next);
    }
}
