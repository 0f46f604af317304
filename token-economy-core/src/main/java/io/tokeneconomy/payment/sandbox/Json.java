package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Reading and writing JSON, strictly; nulls are written, as Stripe does. */
final class Json {

    private static final int NESTING = 64;

    private Json() {}

    /** @throws JsonParseException when the text is not exactly one JSON value */
    static JsonElement parse(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(NESTING);
        try {
            JsonElement value = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("text after the JSON value");
            }
            return value;
        } catch (IOException e) {
            throw new JsonParseException(e);
        }
    }

    static String text(JsonElement value) {
        return value.toString();
    }

    /** The member as text, or null when it is absent or JSON null. */
    static @Nullable String string(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value == null || value.isJsonNull() ? null : value.getAsString();
    }

    static String requiredString(JsonObject object, String name) {
        return object.get(name).getAsString();
    }

    static boolean is(JsonObject object, String name, String expected) {
        return expected.equals(string(object, name));
    }

    static long number(JsonObject object, String name) {
        return object.get(name).getAsLong();
    }

    /** The member as a number, or the other when it is absent. */
    static long number(JsonObject object, String name, long otherwise) {
        return object.has(name) ? number(object, name) : otherwise;
    }

    static boolean flag(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && !value.isJsonNull() && value.getAsBoolean();
    }

    static JsonElement of(@Nullable String text) {
        return text == null ? JsonNull.INSTANCE : new JsonPrimitive(text);
    }

    static JsonArray array(Collection<? extends JsonElement> values) {
        JsonArray array = new JsonArray(values.size());
        values.forEach(array::add);
        return array;
    }

    static JsonArray texts(Collection<String> values) {
        JsonArray array = new JsonArray(values.size());
        values.forEach(array::add);
        return array;
    }
}
