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
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a body that is one JSON object of texts and whole numbers, strictly: nothing missing, nothing more. */
final class JsonBody {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
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
        return Objects.requireNonNull(fields(request, List.of(field), Set.of()).get(field), field);
    }

    /**
     * {@return what stands in the fields}
     *
     * @param fields the one that has to be there, and those that may be
     * @param numbers which of them are whole numbers from 0 to 999,999,999; all others are texts
     * @throws ProblemException when the body is anything else than an object of such fields
     */
    Map<String, String> fields(HttpServletRequest request, List<String> fields, Set<String> numbers) {
        String json = decoded(Body.read(request, maxBytes));
        if (json.startsWith(BYTE_ORDER_MARK)) {
            throw invalid("The body must not begin with a byte order mark.");
        }
        JsonReader reader = new JsonReader(new StringReader(json));
        reader.setStrictness(Strictness.STRICT);
        try {
            return fields(reader, fields, numbers);
        } catch (IOException | IllegalStateException notJson) {
            throw invalid("The body must be one JSON object and nothing else.");
        }
    }

    private static Map<String, String> fields(JsonReader reader, List<String> fields, Set<String> numbers)
            throws IOException {
        Map<String, String> found = new HashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (!fields.contains(name)) {
                throw invalid("The field \"" + shown(name) + "\" is unknown; the body takes \""
                        + String.join("\", \"", fields) + "\".");
            }
            if (found.containsKey(name)) {
                throw invalid("The field \"" + name + "\" is given twice.");
            }
            found.put(name, numbers.contains(name) ? number(reader, name) : text(reader, name));
        }
        reader.endObject();
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw invalid("The body goes on after its JSON object.");
        }
        if (!found.containsKey(fields.get(0))) {
            throw invalid("The field \"" + fields.get(0) + "\" is missing.");
        }
        return found;
    }

    /** Nothing nested is ever entered, however deep it goes. */
    private static String text(JsonReader reader, String name) throws IOException {
        if (reader.peek() != JsonToken.STRING) {
            throw invalid("The field \"" + name + "\" must be a string.");
        }
        return reader.nextString();
    }

    private static String number(JsonReader reader, String name) throws IOException {
        String number = reader.peek() == JsonToken.NUMBER ? reader.nextString() : "";
        if (!NUMBER.matcher(number).matches()) {
            throw invalid("The field \"" + name + "\" must be a whole number.");
        }
        return number;
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
