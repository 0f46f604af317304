package io.tokeneconomy.ledger;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.util.regex.Pattern;

/**
 * A place between two entries of an account's history, and a direction from there. It stays valid for ever and is not
 * moved by new entries.
 *
 * @param sequence the page holds entries on one side of this one, itself not included; from 1, or 0 when {@code newer}
 * @param newer whether the page holds newer entries, nearest first come; otherwise older ones
 */
public record StatementCursor(long sequence, boolean newer) {

    /** The last place there is, far behind every entry. */
    public static final long MAX_SEQUENCE = 999_999_999_999_999_999L;

    private static final Pattern TEXT = Pattern.compile("s[1-9][0-9]{0,17}|n(0|[1-9][0-9]{0,17})");

    /** @throws InvalidValueException when the sequence is out of range */
    public StatementCursor {
        Checks.range("cursor", sequence, newer ? 0 : 1, MAX_SEQUENCE);
    }

    /** {@return the place before that entry, towards older ones} */
    public static StatementCursor olderThan(long sequence) {
        return new StatementCursor(sequence, false);
    }

    /** {@return the place after that entry, towards newer ones: what to ask with for what came since} */
    public static StatementCursor newerThan(long sequence) {
        return new StatementCursor(sequence, true);
    }

    /**
     * {@return the cursor that {@link #encoded()} wrote}
     *
     * @throws InvalidValueException when the text is none
     */
    public static StatementCursor parse(String text) {
        Checks.matching("cursor", text, TEXT, "the cursor of an earlier page");
        return new StatementCursor(Long.parseLong(text.substring(1)), text.charAt(0) == 'n');
    }

    /** {@return a short text for links and APIs} */
    public String encoded() {
        return (newer ? "n" : "s") + sequence;
    }
}
