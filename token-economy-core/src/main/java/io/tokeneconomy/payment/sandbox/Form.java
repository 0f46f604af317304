package io.tokeneconomy.payment.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stripe's form encoding: {@code a[b][0]=x} names a place in a tree. A tree is a map from name to text or to another
 * such map; lists are maps with the names 0, 1, 2…
 */
final class Form {

    static final int MAX_PARAMETERS = 5_000;
    static final int MAX_DEPTH = 10;

    private static final Pattern NAME = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]*])*)");
    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]");

    private Form() {}

    /** @throws StripeError when the text is not a form, contradicts itself or is over a limit */
    static Map<String, Object> parse(String text) {
        Map<String, Object> root = new LinkedHashMap<>();
        if (text.isEmpty()) {
            return root;
        }
        String[] pairs = text.split("&", MAX_PARAMETERS + 1);
        if (pairs.length > MAX_PARAMETERS) {
            throw StripeError.invalid(null, null, "More than " + MAX_PARAMETERS + " parameters.");
        }
        for (String pair : pairs) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                put(root, name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return root;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StripeError.invalid(null, null, "The body is not form encoded.");
        }
    }

    private static void put(Map<String, Object> root, String name, String value) {
        List<String> parts = parts(name);
        Map<String, Object> place = root;
        for (String part : parts.subList(0, parts.size() - 1)) {
            place = child(place, part, name);
        }
        String last = parts.get(parts.size() - 1);
        String key = last.isEmpty() ? String.valueOf(place.size()) : last;
        if (place.put(key, value) instanceof Map) {
            throw StripeError.invalid(null, name, "Invalid value: " + name + " is both a text and an object.");
        }
    }

    private static List<String> parts(String name) {
        Matcher whole = NAME.matcher(name);
        if (!whole.matches()) {
            throw StripeError.unknownParam(name);
        }
        List<String> parts = new ArrayList<>(List.of(whole.group(1)));
        Matcher part = PART.matcher(whole.group(2));
        while (part.find()) {
            parts.add(part.group(1));
        }
        if (parts.size() > MAX_DEPTH) {
            throw StripeError.invalid(null, name, "A parameter is nested deeper than " + MAX_DEPTH + " levels.");
        }
        return parts;
    }

    @SuppressWarnings("unchecked") // every map of the tree was made here
    private static Map<String, Object> child(Map<String, Object> place, String part, String name) {
        String key = part.isEmpty() ? String.valueOf(place.size()) : part;
        Object child = place.computeIfAbsent(key, any -> new LinkedHashMap<String, Object>());
        if (child instanceof Map) {
            return (Map<String, Object>) child;
        }
        throw StripeError.invalid(null, name, "Invalid value: " + name + " is both a text and an object.");
    }
}
