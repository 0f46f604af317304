package io.tokeneconomy.ledger.store.firestore;

import com.google.firestore.v1.StructuredQuery;
import com.google.firestore.v1.StructuredQuery.FieldFilter;
import com.google.firestore.v1.StructuredQuery.FieldFilter.Operator;
import com.google.firestore.v1.StructuredQuery.Filter;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The indexes of a {@code firestore.indexes.json}, by Firestore's rules for them. The emulator asks for none. */
final class Indexes {

    private final Set<String> composite = new LinkedHashSet<>();
    private final Set<String> switchedOff = new LinkedHashSet<>();

    static Indexes of(String json) {
        Indexes indexes = new Indexes();
        JsonObject file = JsonParser.parseString(json).getAsJsonObject();
        for (JsonElement each : file.getAsJsonArray("indexes")) {
            JsonObject index = each.getAsJsonObject();
            List<String> fields = new ArrayList<>();
            for (JsonElement field : index.getAsJsonArray("fields")) {
                fields.add(field.getAsJsonObject().get("fieldPath").getAsString() + " "
                        + field.getAsJsonObject().get("order").getAsString());
            }
            indexes.composite.add(index.get("collectionGroup").getAsString() + ": " + String.join(", ", fields));
        }
        for (JsonElement each : file.getAsJsonArray("fieldOverrides")) {
            JsonObject field = each.getAsJsonObject();
            indexes.switchedOff.add(field.get("collectionGroup").getAsString() + "."
                    + field.get("fieldPath").getAsString());
        }
        return indexes;
    }

    /**
     * One index for each field that must be equal, followed by the order: Firestore joins them. Without equality the
     * order alone; a single field has its own index, unless that is switched off.
     */
    void requireIndexFor(StructuredQuery query) {
        String collection = query.getFrom(0).getCollectionId();
        List<String> order = new ArrayList<>();
        query.getOrderByList().forEach(each -> order.add(each.getField().getFieldPath() + " " + each.getDirection()));
        List<String> ranges = filters(query)
                .filter(filter -> !isEquality(filter))
                .map(filter -> filter.getField().getFieldPath())
                .filter(field -> order.stream().noneMatch(each -> each.startsWith(field + " ")))
                .distinct()
                .toList();
        ranges.forEach(field -> order.add(field + " ASCENDING"));
        List<String> equal = filters(query)
                .filter(Indexes::isEquality)
                .map(filter -> filter.getField().getFieldPath() + " ASCENDING")
                .toList();
        if (equal.size() <= 1) {
            require(collection, Stream.concat(equal.stream(), order.stream()).toList());
            return;
        }
        String user = AccountFields.USER + " ASCENDING";
        for (String field : equal) {
            boolean joined = equal.contains(user) && collection.endsWith("transactions") && !field.equals(user);
            if (joined) {
                require(
                        collection,
                        Stream.concat(Stream.of(user, field), order.stream()).toList());
            } else if (!collection.endsWith("transactions")) {
                require(
                        collection,
                        Stream.concat(Stream.of(field), order.stream()).toList());
            }
        }
    }

    private void require(String collection, List<String> fields) {
        if (fields.size() == 1) {
            String field = fields.get(0).substring(0, fields.get(0).indexOf(' '));
            if (switchedOff.contains(collection + "." + field)) {
                throw new AssertionError("the index of " + collection + "." + field + " is switched off");
            }
        } else if (!composite.contains(collection + ": " + String.join(", ", fields))) {
            throw new AssertionError("no index " + collection + ": " + fields + " among " + composite);
        }
    }

    private static boolean isEquality(FieldFilter filter) {
        return filter.getOp() == Operator.EQUAL || filter.getOp() == Operator.IN;
    }

    private static Stream<FieldFilter> filters(StructuredQuery query) {
        return query.getWhere().getCompositeFilter().getFiltersList().stream().map(Filter::getFieldFilter);
    }
}
