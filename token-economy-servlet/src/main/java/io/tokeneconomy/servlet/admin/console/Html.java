package io.tokeneconomy.servlet.admin.console;

import java.util.List;
import java.util.Set;

/** Markup made of elements; every text in it is escaped, whoever wrote it. */
record Html(String markup) {

    static final Html NOTHING = new Html("");

    private static final Set<String> VOID = Set.of("br", "hr", "input", "link", "meta");

    /** An attribute, or none where a condition does not hold. */
    record Attribute(String name, String value, boolean present) {}

    static Attribute attr(String name, Object value) {
        return new Attribute(name, String.valueOf(value), true);
    }

    static Attribute attrIf(boolean condition, String name, Object value) {
        return new Attribute(name, String.valueOf(value), condition);
    }

    static Attribute cls(String value) {
        return attr("class", value);
    }

    /**
     * {@return an element}
     *
     * @param name its name, never from outside
     * @param content attributes, elements, lists of them, and anything else as text
     */
    static Html el(String name, Object... content) {
        StringBuilder attributes = new StringBuilder();
        StringBuilder inner = new StringBuilder();
        for (Object part : content) {
            if (part instanceof Attribute attribute) {
                append(attributes, attribute);
            } else {
                append(inner, part);
            }
        }
        String start = "<" + name + attributes + ">";
        return new Html(VOID.contains(name) ? start : start + inner + "</" + name + ">");
    }

    /** {@return parts one after another} */
    static Html all(Object... parts) {
        StringBuilder inner = new StringBuilder();
        for (Object part : parts) {
            append(inner, part);
        }
        return new Html(inner.toString());
    }

    private static void append(StringBuilder to, Attribute attribute) {
        if (attribute.present()) {
            to.append(' ')
                    .append(attribute.name())
                    .append("=\"")
                    .append(escaped(attribute.value()))
                    .append('"');
        }
    }

    private static void append(StringBuilder to, Object part) {
        if (part instanceof Html html) {
            to.append(html.markup());
        } else if (part instanceof List<?> list) {
            list.forEach(item -> append(to, item));
        } else {
            to.append(escaped(String.valueOf(part)));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
