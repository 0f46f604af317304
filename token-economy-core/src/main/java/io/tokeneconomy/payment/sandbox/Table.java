package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The objects of one kind by id and by the payment they belong to, in the order in which they were made. Not thread-safe. */
final class Table {

    /** The fields that name the payment an object belongs to. */
    static final List<String> LINKS = List.of("payment_intent", "charge");

    private final Map<String, Long> places = new HashMap<>();
    private final TreeMap<Long, JsonObject> rows = new TreeMap<>();
    private final Map<String, NavigableSet<Long>> linked = new HashMap<>();
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
        long place = places.computeIfAbsent(id, any -> ++lastPlace);
        unlink(place, rows.put(place, value));
        for (String link : LINKS) {
            String target = Json.string(value, link);
            if (target != null) {
                linked.computeIfAbsent(target, any -> new TreeSet<>()).add(place);
            }
        }
    }

    void remove(String id) {
        Long place = places.remove(id);
        if (place != null) {
            unlink(place, rows.remove(place));
        }
    }

    private void unlink(long place, @Nullable JsonObject old) {
        if (old == null) {
            return;
        }
        for (String link : LINKS) {
            String target = Json.string(old, link);
            NavigableSet<Long> there = target == null ? null : linked.get(target);
            if (there != null && there.remove(place) && there.isEmpty()) {
                linked.remove(Objects.requireNonNull(target));
            }
        }
    }

    Collection<JsonObject> oldestFirst() {
        return Collections.unmodifiableCollection(rows.values());
    }

    Collection<JsonObject> newestFirst() {
        return Collections.unmodifiableCollection(rows.descendingMap().values());
    }

    /** The objects that belong to the PaymentIntent or charge, newest first. */
    List<JsonObject> linkedTo(String id) {
        return linked.getOrDefault(id, Collections.emptyNavigableSet()).descendingSet().stream()
                .map(place -> Objects.requireNonNull(rows.get(place)))
                .toList();
    }

    static boolean isLinked(JsonObject value, String id) {
        return LINKS.stream().anyMatch(link -> Json.is(value, link, id));
    }
}
