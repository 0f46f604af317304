package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.payment.MalformedEventException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, read by kind; a wrong kind is named by its path, its value stays untold. */
record JsonFields(String path, Map<?, ?> object) {

    private static final int MAX_TEXT = 255;

    static JsonFields of(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new JsonFields(path, map);
        }
        throw new MalformedEventException(path + " is no object");
    }

    JsonFields child(String name) {
        return of(path + "." + name, object.get(name));
    }

    /** An object, or null when it is missing or null. */
    @Nullable
    JsonFields optionalChild(String name) {
        return object.get(name) == null ? null : child(name);
    }

    /** A text of 1 to 255 characters. */
    String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw wrong(name, "missing");
        }
        return text;
    }

    /** A text of 1 to 255 characters, or null when it is missing or null. */
    @Nullable
    String optionalText(String name) {
        Object value = object.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw wrong(name, "no text");
        }
        if (text.isBlank() || text.length() > MAX_TEXT || !printable(text)) {
            throw wrong(name, "not 1 to " + MAX_TEXT + " printable characters");
        }
        return text;
    }

    /** The id of another object, which may stand there whole; null when it is missing or null. */
    @Nullable
    String reference(String name) {
        return object.get(name) instanceof Map<?, ?> ? child(name).text("id") : optionalText(name);
    }

    boolean flag(String name) {
        if (object.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(name, "neither true nor false");
    }

    /** A map of texts, or null when it is missing or null. */
    @Nullable
    Map<String, String> optionalTexts(String name) {
        if (object.get(name) == null) {
            return null;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        child(name).object().forEach((key, value) -> {
            if (!(value instanceof String text)) {
                throw wrong(name, "no map of texts only");
            }
            texts.put(String.valueOf(key), text);
        });
        return Collections.unmodifiableMap(texts);
    }

    private MalformedEventException wrong(String name, String how) {
        return new MalformedEventException(path + "." + name + " is " + how);
    }

    private static boolean printable(String text) {
        return text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
