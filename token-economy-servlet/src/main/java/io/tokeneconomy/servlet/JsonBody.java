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
import org.jspecify.annotations.Nullable;

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
        String json = decoded(Body.read(request, maxBytes));
        if (json.startsWith(BYTE_ORDER_MARK)) {
            throw invalid("The body must not begin with a byte order mark.");
        }
        JsonReader reader = new JsonReader(new StringReader(json));
        reader.setStrictness(Strictness.STRICT);
        try {
            return onlyText(reader, field);
        } catch (IOException | IllegalStateException notJson) {
            throw invalid("The body must be one JSON object and nothing else.");
        }
    }

    private static String onlyText(JsonReader reader, String field) throws IOException {
        @Nullable String text = null;
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (!name.equals(field)) {
                throw invalid("The field \"" + shown(name) + "\" is unknown; the body takes \"" + field + "\".");
            }
            if (text != null) {
                throw invalid("The field \"" + field + "\" is given twice.");
            }
            // so that nothing nested is ever entered, however deep it goes
            if (reader.peek() != JsonToken.STRING) {
                throw invalid("The field \"" + field + "\" must be a string.");
            }
            text = reader.nextString();
        }
        reader.endObject();
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw invalid("The body goes on after its JSON object.");
        }
        if (text == null) {
            throw invalid("The field \"" + field + "\" is missing.");
        }
        return text;
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
