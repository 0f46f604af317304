package io.tokeneconomy.servlet;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code Content-Type} as <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1">RFC 9110</a> writes it,
 * except that a quoted value must not contain a backslash.
 */
final class MediaType {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern JSON = Pattern.compile("application/json[ \t]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER =
            Pattern.compile(";[ \t]*(?:(" + TOKEN + ")=(" + TOKEN + "|\"[^\"\\\\]*\")[ \t]*)?");

    private MediaType() {}

    /** {@return whether it is {@code application/json}, with any parameters except a charset other than UTF-8} */
    static boolean isUtf8Json(String contentType) {
        Matcher type = JSON.matcher(contentType);
        if (!type.lookingAt()) {
            return false;
        }
        Matcher parameter = PARAMETER.matcher(contentType);
        int at = type.end();
        while (at < contentType.length()) {
            if (!parameter.region(at, contentType.length()).lookingAt() || isOtherCharset(parameter)) {
                return false;
            }
            at = parameter.end();
        }
        return true;
    }

    private static boolean isOtherCharset(Matcher parameter) {
        String name = parameter.group(1);
        return name != null
                && name.toLowerCase(Locale.ROOT).equals("charset")
                && !parameter.group(2).toLowerCase(Locale.ROOT).matches("utf-8|\"utf-8\"");
    }
}
