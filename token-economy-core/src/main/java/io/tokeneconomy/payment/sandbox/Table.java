package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The objects of one kind by id, in the order in which they were made. Not thread-safe. */
final class Table {

    private final Map<String, Long> places = new HashMap<>();
    private final TreeMap<Long, JsonObject> rows = new TreeMap<>();
    private long lastPlace;

    @Nullable
    JsonObject get(String id) {
        Long place = places.get(id);
        return place == null ? null : rows.get(place);
    }

    boolean contains(String id) {
        return places.containsKey(id);
    }

    int size() {
        return rows.size();
    }

    void put(String id, JsonObject value) {
        rows.put(places.computeIfAbsent(id, any -> ++lastPlace), value);
    }

    void remove(String id) {
        Long place = places.remove(id);
        if (place != null) {
            rows.remove(place);
        }
    }

    Collection<JsonObject> oldestFirst() {
        return Collections.unmodifiableCollection(rows.values());
    }

    Collection<JsonObject> newestFirst() {
        return Collections.unmodifiableCollection(rows.descendingMap().values());
    }
}
