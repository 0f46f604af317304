package io.tokeneconomy.payment.sandbox;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, read by type; a value that does not fit is refused in Stripe's words. */
final class Params {

    private final String path;
    private final Map<String, Object> tree;

    private Params(String path, Map<String, Object> tree) {
        this.path = path;
        this.tree = tree;
    }

    static Params of(Map<String, Object> tree) {
        return new Params("", tree);
    }

    /** The full name of a parameter, such as {@code line_items[0][price]}. */
    String path(String name) {
        return path.isEmpty() ? name : path + "[" + name + "]";
    }

    boolean has(String name) {
        return tree.containsKey(name);
    }

    boolean isObject(String name) {
        return tree.get(name) instanceof Map;
    }

    boolean isEmpty() {
        return tree.isEmpty();
    }

    @Nullable
    String text(String name) {
        String value = raw(name);
        if (value != null && value.isEmpty()) {
            throw StripeError.invalid(
                    "parameter_invalid_empty",
                    path(name),
                    "You passed an empty string for '" + path(name) + "', which cannot be unset.");
        }
        return value;
    }

    /** The text as it is; an empty one unsets. */
    @Nullable
    String raw(String name) {
        Object value = tree.get(name);
        if (value instanceof Map) {
            throw StripeError.invalid(null, path(name), "Invalid string: " + path(name) + " is an object.");
        }
        return (String) value;
    }

    String required(String name) {
        String value = text(name);
        if (value == null) {
            throw StripeError.missingParam(path(name));
        }
        return value;
    }

    /** @param allowed the values Stripe names for this parameter */
    @Nullable
    String oneOf(String name, List<String> allowed) {
        String value = text(name);
        if (value != null && !allowed.contains(value)) {
            throw StripeError.invalid(
                    null, path(name), "Invalid " + path(name) + ": must be one of " + String.join(", ", allowed));
        }
        return value;
    }

    @Nullable
    Long integer(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw StripeError.invalid("parameter_invalid_integer", path(name), "Invalid integer: " + value);
        }
    }

    @Nullable
    Long integer(String name, long min, long max) {
        Long value = integer(name);
        if (value != null && (value < min || value > max)) {
            throw StripeError.invalid(
                    "parameter_invalid_integer",
                    path(name),
                    "This value must be greater than or equal to " + min + " and less than or equal to " + max + ".");
        }
        return value;
    }

    @Nullable
    Boolean flag(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw StripeError.invalid("parameter_invalid_boolean", path(name), "Invalid boolean: " + value);
        }
        return Boolean.valueOf(value);
    }

    /** The parameters inside of an object, none when it was not given. */
    Params inside(String name) {
        Object value = tree.get(name);
        if (value == null) {
            return new Params(path(name), Map.of());
        }
        return new Params(path(name), map(name, value));
    }

    /** The objects of a list in the order of their indexes. */
    List<Params> list(String name) {
        Params inside = inside(name);
        List<String> indexes = new ArrayList<>(inside.tree.keySet());
        indexes.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        return indexes.stream().map(inside::inside).toList();
    }

    /** The texts of a list. */
    List<String> texts(String name) {
        Params inside = inside(name);
        List<String> texts = new ArrayList<>();
        inside.tree.keySet().forEach(index -> texts.add(inside.required(index)));
        return texts;
    }

    /** Every text inside by its name; an empty one is kept. */
    Map<String, String> entries(String name) {
        Params inside = inside(name);
        Map<String, String> entries = new LinkedHashMap<>();
        inside.tree.keySet().forEach(key -> {
            String value = inside.raw(key);
            entries.put(key, value == null ? "" : value);
        });
        return entries;
    }

    /** An object of texts as JSON, an empty text as null. */
    JsonObject textObject(String name) {
        JsonObject json = new JsonObject();
        entries(name).forEach((key, value) -> json.add(key, Json.of(value.isEmpty() ? null : value)));
        return json;
    }

    /** Visits every value with the list of the names that lead to it. */
    void eachLeaf(BiConsumer<List<String>, String> visitor) {
        walk(tree, List.of(), visitor);
    }

    private static void walk(Map<?, ?> tree, List<String> above, BiConsumer<List<String>, String> visitor) {
        tree.forEach((name, value) -> {
            List<String> here = new ArrayList<>(above);
            here.add((String) name);
            if (value instanceof Map<?, ?> inner) {
                walk(inner, here, visitor);
            } else {
                visitor.accept(here, (String) value);
            }
        });
    }

    @SuppressWarnings("unchecked") // Form makes no other maps
    private Map<String, Object> map(String name, Object value) {
        if (value instanceof Map) {
            return (Map<String, Object>) value;
        }
        if (value.equals("")) {
            return Map.of();
        }
        throw StripeError.invalid(null, path(name), "Invalid object: " + path(name) + " is a text.");
    }
}
