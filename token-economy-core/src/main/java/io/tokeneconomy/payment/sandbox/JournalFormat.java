package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal's text: a header line, then one line of JSON per step, an array of changes. A line is a step, so a torn
 * line can never leave half of one.
 */
final class JournalFormat {

    private static final String HEADER = "{\"format\":\"token-economy-sandbox\",\"version\":1}";

    private JournalFormat() {}

    static byte[] header() {
        return (HEADER + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static boolean isHeader(String line) {
        return line.equals(HEADER);
    }

    static byte[] line(List<Change> step) {
        JsonArray changes = new JsonArray();
        for (Change change : step) {
            JsonObject json = new JsonObject();
            json.addProperty("kind", change.kind().object());
            json.addProperty("id", change.id());
            if (change.value() != null) {
                json.add("value", change.value());
            }
            changes.add(json);
        }
        return (Json.text(changes) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @throws JsonParseException when the line is not a step */
    static List<Change> step(String line) {
        try {
            List<Change> changes = new ArrayList<>();
            for (JsonElement element : Json.parse(line).getAsJsonArray()) {
                changes.add(change(element.getAsJsonObject()));
            }
            return changes;
        } catch (IllegalStateException | NullPointerException | UnsupportedOperationException e) {
            throw new JsonParseException("not a step of a sandbox journal", e);
        }
    }

    private static Change change(JsonObject json) {
        Kind kind = Kind.ofObject(Json.string(json, "kind"))
                .orElseThrow(() -> new JsonParseException("unknown kind of object"));
        String id = Json.requiredString(json, "id");
        return new Change(kind, id, json.has("value") ? json.getAsJsonObject("value") : null);
    }
}
