package io.tokeneconomy.ledger;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import java.util.regex.Pattern;

/**
 * A place in an account's history where the next page begins. It stays valid for ever and is not moved by new
 * entries.
 *
 * @param sequence the page holds entries before this one
 */
public record StatementCursor(long sequence) {

    private static final Pattern TEXT = Pattern.compile("s[1-9][0-9]{0,17}");

    /** @throws InvalidValueException when the sequence is not positive */
    public StatementCursor {
        Checks.range("cursor", sequence, 1, Long.MAX_VALUE);
    }

    /**
     * {@return the cursor that {@link #encoded()} wrote}
     *
     * @throws InvalidValueException when the text is none
     */
    public static StatementCursor parse(String text) {
        Checks.matching("cursor", text, TEXT, "the nextCursor of an earlier page");
        return new StatementCursor(Long.parseLong(text.substring(1)));
    }

    /** {@return a short text for links and APIs} */
    public String encoded() {
        return "s" + sequence;
    }
}
