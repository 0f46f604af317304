package io.tokeneconomy.servlet.admin.console;

import java.nio.charset.StandardCharsets;

/** What the console answers. */
sealed interface Answer {

    /**
     * A page.
     *
     * @param status the HTTP status
     * @param title what it is about
     * @param content below the headline
     */
    record Page(int status, String title, Html content) implements Answer {
        Page(String title, Html content) {
            this(200, title, content);
        }
    }

    /**
     * Another page, to be asked for with GET.
     *
     * @param to relative to the console
     */
    record Redirect(String to) implements Answer {}

    /**
     * A file to keep.
     *
     * @param name proposed to the browser
     * @param type its media type
     * @param content its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // goes straight to the browser
    record Download(String name, String type, byte[] content) implements Answer {
        static Download text(String name, String type, String content) {
            return new Download(name, type + ";charset=UTF-8", content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
