package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One atomic step over the state: reads see its own writes, nothing is kept unless the step ends well. Objects handed
 * out singly are copies that may be edited and put back; objects of a stream must not be edited.
 */
final class Tx {

    private record Key(Kind kind, String id) {}

    private final Tables tables;
    private final Instant now;
    private final Map<Key, @Nullable JsonObject> written = new LinkedHashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    Tx(Tables tables, Instant now) {
        this.tables = tables;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    /** Seconds since 1970, Stripe's unit of time. */
    long nowSeconds() {
        return now.getEpochSecond();
    }

    Optional<JsonObject> find(Kind kind, @Nullable String id) {
        if (id == null) {
            return Optional.empty();
        }
        Key key = new Key(kind, id);
        JsonObject found =
                written.containsKey(key) ? written.get(key) : tables.of(kind).get(id);
        return Optional.ofNullable(found).map(JsonObject::deepCopy);
    }

    void put(Kind kind, JsonObject value) {
        written.put(new Key(kind, Json.requiredString(value, "id")), value.deepCopy());
    }

    void remove(Kind kind, @Nullable String id) {
        if (id != null) {
            written.put(new Key(kind, id), null);
        }
    }

    /** How many objects of the kind there were before this step. */
    int count(Kind kind) {
        return tables.of(kind).size();
    }

    /** How many objects of the kind this step makes. */
    int added(Kind kind) {
        return (int) written.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind && entry.getValue() != null)
                .filter(entry -> !tables.of(kind).contains(entry.getKey().id()))
                .count();
    }

    Stream<JsonObject> oldestFirst(Kind kind) {
        return tables.of(kind).oldestFirst().stream().flatMap(row -> asWritten(kind, row));
    }

    Stream<JsonObject> newestFirst(Kind kind) {
        List<JsonObject> made = new ArrayList<>();
        written.forEach((key, value) -> {
            if (key.kind() == kind && value != null && !tables.of(kind).contains(key.id())) {
                made.add(0, value);
            }
        });
        Collection<JsonObject> kept = tables.of(kind).newestFirst();
        return Stream.concat(made.stream(), kept.stream().flatMap(row -> asWritten(kind, row)));
    }

    /** The objects that belong to the PaymentIntent or charge, newest first; those of this step come first. */
    Stream<JsonObject> linkedTo(Kind kind, String id) {
        List<JsonObject> found = new ArrayList<>();
        written.forEach((key, value) -> {
            if (key.kind() == kind && value != null && Table.isLinked(value, id)) {
                found.add(0, value);
            }
        });
        tables.of(kind).linkedTo(id).stream()
                .filter(row -> !written.containsKey(new Key(kind, Json.requiredString(row, "id"))))
                .forEach(found::add);
        return found.stream();
    }

    private Stream<JsonObject> asWritten(Kind kind, JsonObject row) {
        Key key = new Key(kind, Json.requiredString(row, "id"));
        return written.containsKey(key) ? Stream.ofNullable(written.get(key)) : Stream.of(row);
    }

    /** Runs once the step is kept, outside of the lock. */
    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        written.forEach((key, value) -> changes.add(new Change(key.kind(), key.id(), value)));
        return changes;
    }

    void runAfterCommit() {
        afterCommit.forEach(Runnable::run);
    }
}
