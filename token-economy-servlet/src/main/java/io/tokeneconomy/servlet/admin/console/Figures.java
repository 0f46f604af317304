package io.tokeneconomy.servlet.admin.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times for people, the same on every machine. */
final class Figures {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Figures() {}

    static String number(long number) {
        return (number < 0 ? "−" : "")
                + String.format(Locale.ROOT, "%,d", number).replace("-", "");
    }

    /** With its sign, also a positive one. */
    static String change(long number) {
        return (number > 0 ? "+" : "") + number(number);
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** {@return "1 order", "2 orders"} */
    static String count(long number, String one, String many) {
        return number(number) + ' ' + (number == 1 ? one : many);
    }
}
