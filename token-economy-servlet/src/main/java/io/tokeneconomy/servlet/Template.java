package io.tokeneconomy.servlet;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of HTML with slots, names within two braces; one whose name begins with an at sign is a text of the page's
 * language. Whatever is not {@link Html} is escaped.
 */
final class Template {

    private static final Pattern SLOT = Pattern.compile("\\{\\{(@?)([a-zA-Z.]+)}}");

    private final String name;
    private final String source;

    private Template(String name, String source) {
        this.name = name;
        this.source = source;
    }

    /** {@return the template of that name} */
    static Template load(String name) {
        String file = new String(Resource.read("pages/" + name + ".html"), StandardCharsets.UTF_8);
        return new Template(name, file.replaceFirst("\n$", ""));
    }

    /** {@return the markup, every slot filled} */
    Html with(Messages language, Map<String, Object> values) {
        return new Html(
                SLOT.matcher(source).replaceAll(slot -> Matcher.quoteReplacement(filled(slot, language, values))));
    }

    private String filled(MatchResult slot, Messages language, Map<String, Object> values) {
        String key = slot.group(2);
        if (!slot.group(1).isEmpty()) {
            return Html.text(language.text(key)).markup();
        }
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("Nothing for slot " + key + " of " + name);
        }
        return value instanceof Html html
                ? html.markup()
                : Html.text(value.toString()).markup();
    }
}
