package io.tokeneconomy.payment.stripe;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.tokeneconomy.payment.MalformedEventException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON of RFC 8259 only: UTF-8 without a byte order mark, no name twice in an object, one value, limited depth.
 * Objects become maps, arrays lists, text strings; a number stays the {@link Digits} it is written in.
 */
final class StrictJson {

    /** Events of Stripe are about fifteen deep. */
    static final int MAX_DEPTH = 100;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private StrictJson() {}

    /** A number, unread: what does not fit a Java type must not be bent into one silently. */
    record Digits(String text) {}

    static String decode(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
                throw new MalformedEventException("the body begins with a byte order mark");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new MalformedEventException("the body is not UTF-8");
        }
    }

    static @Nullable Object parse(String json) {
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(MAX_DEPTH);
            Object value = value(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedEventException("the body goes on after its JSON value");
            }
            return value;
        } catch (MalformedJsonException e) {
            throw new MalformedEventException("the body is not strict JSON, or over " + MAX_DEPTH + " levels deep");
        } catch (IOException | JsonParseException | IllegalStateException e) {
            // the text of these errors may quote the body
            throw new MalformedEventException("the body is not a whole JSON value");
        }
    }

    private static @Nullable Object value(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(reader);
            case BEGIN_ARRAY -> array(reader);
            case STRING -> reader.nextString();
            case NUMBER -> new Digits(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            default -> {
                reader.nextNull();
                yield null;
            }
        };
    }

    private static Map<String, @Nullable Object> object(JsonReader reader) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (object.containsKey(name)) {
                throw new MalformedEventException("the body has an object with the same name twice");
            }
            object.put(name, value(reader));
        }
        reader.endObject();
        return object;
    }

    private static List<@Nullable Object> array(JsonReader reader) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value(reader));
        }
        reader.endArray();
        return array;
    }
}
