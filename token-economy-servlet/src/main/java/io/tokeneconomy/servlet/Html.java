package io.tokeneconomy.servlet;

import java.util.List;
import java.util.stream.Collectors;

/** Markup that is safe to send: made by templates, never by concatenating what others gave. */
record Html(String markup) {

    static final Html NOTHING = new Html("");

    /** {@return the text as a reader shall see it, in elements and in quoted attributes} */
    static Html text(String text) {
        return new Html(text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;"));
    }

    static Html join(List<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining()));
    }
}
