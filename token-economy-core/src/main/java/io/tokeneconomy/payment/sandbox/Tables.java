package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All tables of the sandbox. Not thread-safe. */
final class Tables {

    private final Map<Kind, Table> tables = new EnumMap<>(Kind.class);

    Tables() {
        for (Kind kind : Kind.values()) {
            tables.put(kind, new Table());
        }
    }

    Table of(Kind kind) {
        Table table = tables.get(kind);
        if (table == null) {
            throw new IllegalStateException("no table for " + kind);
        }
        return table;
    }

    void apply(List<Change> changes) {
        for (Change change : changes) {
            JsonObject value = change.value();
            if (value == null) {
                of(change.kind()).remove(change.id());
            } else {
                of(change.kind()).put(change.id(), value);
            }
        }
    }

    /** Everything as changes to an empty state, oldest first within its kind. */
    List<Change> all() {
        List<Change> all = new ArrayList<>();
        tables.forEach((kind, table) -> table.oldestFirst()
                .forEach(value -> all.add(new Change(kind, Json.requiredString(value, "id"), value))));
        return all;
    }
}
