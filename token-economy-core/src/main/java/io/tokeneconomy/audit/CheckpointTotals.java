package io.tokeneconomy.audit;

import io.tokeneconomy.ledger.Totals;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sums of a checkpoint.
 *
 * @param accounts how many accounts
 * @param entries how many entries they have
 * @param settled their settled balances, as booked
 * @param held tokens on hold
 * @param debt tokens owed
 */
public record CheckpointTotals(long accounts, long entries, long settled, long held, long debt) {

    /** No account. */
    public static final CheckpointTotals NOTHING = new CheckpointTotals(0, 0, 0, 0, 0);

    private static final String NUMBER = "(-?[0-9]{1,19})";
    private static final Pattern TEXT = Pattern.compile("\\{\"accounts\":" + NUMBER + ",\"entries\":" + NUMBER
            + ",\"settled\":" + NUMBER + ",\"held\":" + NUMBER + ",\"debt\":" + NUMBER + "}");

    /** {@return these totals and one more account} */
    public CheckpointTotals plus(CheckpointLine line) {
        Totals totals = line.totals();
        return new CheckpointTotals(
                accounts + 1,
                Math.addExact(entries, line.sequence()),
                Math.addExact(settled, totals.settled()),
                Math.addExact(held, totals.held()),
                Math.addExact(debt, totals.debt()));
    }

    /** {@return the line of a checkpoint, without its end} */
    public String text() {
        return "{\"accounts\":" + accounts + ",\"entries\":" + entries + ",\"settled\":" + settled + ",\"held\":" + held
                + ",\"debt\":" + debt + "}";
    }

    /** {@return what {@link #text()} wrote; empty when the text is not exactly that} */
    public static Optional<CheckpointTotals> parse(String text) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            CheckpointTotals totals = new CheckpointTotals(
                    Long.parseLong(found.group(1)),
                    Long.parseLong(found.group(2)),
                    Long.parseLong(found.group(3)),
                    Long.parseLong(found.group(4)),
                    Long.parseLong(found.group(5)));
            return Optional.of(totals).filter(same -> same.text().equals(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
