package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;

/**
 * An event on its way.
 *
 * @param endpoint the number of the endpoint it is for
 * @param number counts the events, in the order in which they were emitted
 */
record Outgoing(String eventId, int endpoint, long number) {

    /** The private field of an event that counts it; events of journals from before have none. */
    static final String NUMBER = "_number";

    static Outgoing of(JsonObject event) {
        return new Outgoing(Json.requiredString(event, "id"), Endpoints.of(event), Json.number(event, NUMBER, 0));
    }
}
