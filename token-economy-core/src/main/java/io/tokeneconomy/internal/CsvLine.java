package io.tokeneconomy.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of comma-separated values, as RFC 4180 writes them. Not thread-safe. */
public final class CsvLine {

    /** Where a spreadsheet begins a formula, the wide forms among them; and the apostrophe that we put in front. */
    private static final String FORMULA = "=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20";

    private final StringBuilder line = new StringBuilder();
    private boolean begun;

    /** A text from outside: always quoted, and never taken for a formula. */
    public CsvLine text(@Nullable String value) {
        if (value == null) {
            return plain("");
        }
        String safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return plain('"' + safe.replace("\"", "\"\"") + '"');
    }

    /** A number. */
    public CsvLine number(long value) {
        return plain(Long.toString(value));
    }

    /** A time, empty when there is none. */
    public CsvLine time(@Nullable Instant value) {
        return plain(value == null ? "" : Micros.text(value));
    }

    /** A text of our own, known to need no quotes. */
    public CsvLine plain(String value) {
        if (begun) {
            line.append(',');
        }
        begun = true;
        line.append(value);
        return this;
    }

    /** The line with its end. */
    public String ended() {
        return line.append("\r\n").toString();
    }
}
