package io.tokeneconomy.ledger.store.jdbc;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** A map of texts as one JSON object. */
final class MetadataJson {

    private static final String NOTHING = "{}";

    private MetadataJson() {}

    static String write(Map<String, String> metadata) {
        if (metadata.isEmpty()) {
            return NOTHING;
        }
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setStrictness(Strictness.STRICT);
            json.beginObject();
            for (Map.Entry<String, String> entry : new TreeMap<>(metadata).entrySet()) {
                json.name(entry.getKey()).value(entry.getValue());
            }
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return escapeHalfPairs(text.toString());
    }

    /** How the beginning of a member looks in the text; nothing else in it can look so, for quotes in values are escaped. */
    static String member(String key) {
        String object = write(Map.of(key, ""));
        return object.substring(1, object.length() - 3);
    }

    /** @throws IllegalArgumentException when it is not a JSON object of texts */
    static Map<String, String> read(String text) {
        if (text.equals(NOTHING)) {
            return Map.of();
        }
        Map<String, String> metadata = new TreeMap<>();
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.setStrictness(Strictness.STRICT);
            json.beginObject();
            while (json.hasNext()) {
                String key = json.nextName();
                if (json.peek() != JsonToken.STRING || metadata.put(key, json.nextString()) != null) {
                    throw new MalformedJsonException("a text of its own is needed for " + key);
                }
            }
            json.endObject();
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("more follows the object");
            }
        } catch (IOException | IllegalStateException e) {
            throw new IllegalArgumentException("metadata is not a JSON object of texts", e);
        }
        return metadata;
    }

    /** Half a surrogate pair has no UTF-8 form, so a database would replace it; as an escape it survives. */
    private static String escapeHalfPairs(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        json.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                escaped.append("\\u%04x".formatted(point));
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }
}
