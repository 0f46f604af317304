package io.tokeneconomy.ledger.store.jdbc;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.tokeneconomy.internal.Micros;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Short JSON texts in columns: what no query asks for. Times are microseconds since 1970. */
final class Json {

    /** An object without members. */
    static final String NOTHING = "{}";

    interface Writing {
        void to(JsonWriter json) throws IOException;
    }

    interface Reading<T> {
        T from(JsonReader json) throws IOException;
    }

    private Json() {}

    static String write(Writing members) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setStrictness(Strictness.STRICT);
            json.setSerializeNulls(true);
            json.beginObject();
            members.to(json);
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException when it is not the JSON that was written */
    static <T> T read(String text, Reading<T> reading) {
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            json.setStrictness(Strictness.STRICT);
            T value = reading.from(json);
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new IllegalArgumentException("more follows the JSON text");
            }
            return value;
        } catch (IOException | IllegalStateException e) {
            throw new IllegalArgumentException("not the JSON text that was written: " + e.getMessage(), e);
        }
    }

    static JsonWriter time(JsonWriter json, @Nullable Instant time) throws IOException {
        return time == null ? json.nullValue() : json.value(Micros.of(time));
    }

    static @Nullable Instant optionalTime(JsonReader json) throws IOException {
        if (json.peek() == JsonToken.NULL) {
            json.nextNull();
            return null;
        }
        return Micros.toInstant(json.nextLong());
    }

    static @Nullable String optionalText(JsonReader json) throws IOException {
        if (json.peek() == JsonToken.NULL) {
            json.nextNull();
            return null;
        }
        return json.nextString();
    }

    static IllegalArgumentException unknown(String member) {
        return new IllegalArgumentException("unknown member " + member);
    }
}
