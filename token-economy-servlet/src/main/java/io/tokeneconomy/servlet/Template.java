package io.tokeneconomy.servlet;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of HTML with slots such as <code>{{name}}</code>. Whatever is not {@link Html} is escaped. */
final class Template {

    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z]+)}}");

    private final String name;
    private final String source;

    private Template(String name, String source) {
        this.name = name;
        this.source = source;
    }

    /** {@return the template of that name} */
    static Template load(String name) {
        return new Template(name, new String(Resource.read("pages/" + name + ".html"), StandardCharsets.UTF_8));
    }

    /** {@return the markup, every slot filled} */
    Html with(Map<String, Object> values) {
        return new Html(SLOT.matcher(source).replaceAll(slot -> Matcher.quoteReplacement(filled(slot, values))));
    }

    private String filled(MatchResult slot, Map<String, Object> values) {
        Object value = values.get(slot.group(1));
        if (value == null) {
            throw new IllegalStateException("Nothing for slot " + slot.group(1) + " of " + name);
        }
        return value instanceof Html html
                ? html.markup()
                : Html.text(value.toString()).markup();
    }
}
