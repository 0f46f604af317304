package io.tokeneconomy.servlet;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a body that is one JSON object with one text field, strictly: nothing missing, nothing more. */
final class JsonBody {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final int maxBytes;

    JsonBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Refuses a request whose body is not declared as JSON. A form of another site cannot declare it.
     *
     * @throws ProblemException when its type is not {@code application/json} in UTF-8
     */
    static void requireJsonType(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !MediaType.isUtf8Json(type)) {
            throw new ProblemException(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json in UTF-8.");
        }
    }

    /**
     * Refuses a request that says its body is too large.
     *
     * @throws ProblemException when it does
     */
    void requireShort(HttpServletRequest request) {
        if (request.getContentLengthLong() > maxBytes) {
            throw Body.tooLarge(maxBytes);
        }
    }

    /**
     * {@return the text of the only field}
     *
     * @throws ProblemException when the body is anything else than {@code {"<field>":"<text>"}}
     */
    String onlyText(HttpServletRequest request, String field) {
        return Objects.requireNonNull(texts(request, List.of(field)).get(field), field);
    }

    /**
     * {@return the texts by field}
     *
     * @param fields the one that has to be there, and those that may be
     * @throws ProblemException when the body is anything else than an object of such texts
     */
    Map<String, String> texts(HttpServletRequest request, List<String> fields) {
        String json = decoded(Body.read(request, maxBytes));
        if (json.startsWith(BYTE_ORDER_MARK)) {
            throw invalid("The body must not begin with a byte order mark.");
        }
        JsonReader reader = new JsonReader(new StringReader(json));
        reader.setStrictness(Strictness.STRICT);
        try {
            return texts(reader, fields);
        } catch (IOException | IllegalStateException notJson) {
            throw invalid("The body must be one JSON object and nothing else.");
        }
    }

    private static Map<String, String> texts(JsonReader reader, List<String> fields) throws IOException {
        Map<String, String> texts = new HashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (!fields.contains(name)) {
                throw invalid("The field \"" + shown(name) + "\" is unknown; the body takes \""
                        + String.join("\", \"", fields) + "\".");
            }
            if (texts.containsKey(name)) {
                throw invalid("The field \"" + name + "\" is given twice.");
            }
            // so that nothing nested is ever entered, however deep it goes
            if (reader.peek() != JsonToken.STRING) {
                throw invalid("The field \"" + name + "\" must be a string.");
            }
            texts.put(name, reader.nextString());
        }
        reader.endObject();
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw invalid("The body goes on after its JSON object.");
        }
        if (!texts.containsKey(fields.get(0))) {
            throw invalid("The field \"" + fields.get(0) + "\" is missing.");
        }
        return texts;
    }

    private static String decoded(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw invalid("The body is not UTF-8.");
        }
    }

    private static String shown(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.INVALID_REQUEST, detail);
    }
}
