package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A shop's questions on the payment page and their answers ({@code docs.stripe.com/api/checkout/sessions/create}). */
final class CustomFields {

    private static final String FIELD = "custom_fields";
    private static final int MAX_FIELDS = 3;
    private static final int MAX_LABEL = 50;
    private static final int MAX_OPTIONS = 200;
    private static final String KEY = "[A-Za-z0-9]{1,200}";

    private CustomFields() {}

    static void add(JsonObject session, Params params) {
        List<Params> given = params.list(FIELD);
        if (given.size() > MAX_FIELDS) {
            throw StripeError.invalid(null, FIELD, "At most " + MAX_FIELDS + " custom fields are allowed.");
        }
        Set<String> keys = new HashSet<>();
        List<JsonObject> fields = new ArrayList<>();
        for (Params field : given) {
            fields.add(field(field));
            if (!keys.add(field.required("key"))) {
                throw StripeError.invalid(null, field.path("key"), "Each custom field needs another key.");
            }
        }
        session.add(FIELD, Json.array(fields));
    }

    private static JsonObject field(Params given) {
        String key = given.required("key");
        String label = given.inside("label").required("custom");
        given.inside("label").required("type");
        given.required("type");
        String type = String.valueOf(given.oneOf("type", List.of("text", "numeric", "dropdown")));
        require(given, "key", key.matches(KEY), "up to 200 letters and digits");
        require(given, "label", label.length() <= MAX_LABEL, "up to " + MAX_LABEL + " characters");
        JsonObject content = new JsonObject();
        if ("dropdown".equals(type)) {
            content.add("options", options(given));
        }
        content.add("value", JsonNull.INSTANCE);
        JsonObject field = new JsonObject();
        field.addProperty("key", key);
        JsonObject shown = new JsonObject();
        shown.addProperty("custom", label);
        shown.addProperty("type", "custom");
        field.add("label", shown);
        field.addProperty("optional", Boolean.TRUE.equals(given.flag("optional")));
        field.addProperty("type", type);
        field.add(type, content);
        return field;
    }

    private static JsonArray options(Params field) {
        List<Params> given = field.inside("dropdown").list("options");
        require(field, "dropdown", !given.isEmpty() && given.size() <= MAX_OPTIONS, "1 to " + MAX_OPTIONS + " options");
        return Json.array(given.stream()
                .map(option -> {
                    JsonObject made = new JsonObject();
                    made.addProperty("label", option.required("label"));
                    made.addProperty("value", option.required("value"));
                    return made;
                })
                .toList());
    }

    private static void require(Params params, String name, boolean right, String allowed) {
        if (!right) {
            throw StripeError.invalid(null, params.path(name), "Invalid " + params.path(name) + ": " + allowed + ".");
        }
    }

    /** {@return whether the session asks all that is answered} Nothing is answered otherwise. */
    static boolean answer(JsonObject session, Map<String, String> answers) {
        if (answers.isEmpty()) {
            return true;
        }
        List<JsonObject> answered = new ArrayList<>();
        for (JsonElement element : session.getAsJsonArray(FIELD)) {
            JsonObject field = element.getAsJsonObject();
            String answer = answers.get(Json.requiredString(field, "key"));
            if (answer != null) {
                JsonObject content = field.getAsJsonObject(Json.requiredString(field, "type"));
                if (!fits(content, Json.requiredString(field, "type"), answer)) {
                    return false;
                }
                content.addProperty("value", answer);
                answered.add(field);
            }
        }
        return answered.size() == answers.size();
    }

    private static boolean fits(JsonObject content, String type, String answer) {
        return switch (type) {
            case "numeric" -> answer.matches("[0-9]{1,255}");
            case "dropdown" ->
                content.getAsJsonArray("options").asList().stream()
                        .anyMatch(option -> Json.is(option.getAsJsonObject(), "value", answer));
            default -> answer.length() <= 255;
        };
    }
}
