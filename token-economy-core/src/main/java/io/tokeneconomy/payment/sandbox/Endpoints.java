package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The webhook endpoints: the shop's, and perhaps a second one, which hears of everything as other events. Thread-safe. */
final class Endpoints {

    static final int FIRST = 0;
    static final int SECOND = 1;

    /** The private field of an event that is not for the first endpoint. */
    private static final String FIELD = "_endpoint";

    /** @param apiVersion of the events it gets, null: the usual one */
    record Endpoint(WebhookTarget target, @Nullable String apiVersion) {}

    private final Map<Integer, Endpoint> set = new ConcurrentHashMap<>();

    /** Returns whether there was none before. */
    boolean put(int number, Endpoint endpoint) {
        return set.put(number, endpoint) == null;
    }

    boolean isSet(int number) {
        return set.containsKey(number);
    }

    Optional<Endpoint> get(int number) {
        return Optional.ofNullable(set.get(number));
    }

    static void mark(JsonObject event, int number) {
        if (number != FIRST) {
            event.addProperty(FIELD, number);
        }
    }

    static int of(JsonObject event) {
        return (int) Json.number(event, FIELD, FIRST);
    }
}
