package io.tokeneconomy.reconcile;

import io.tokeneconomy.order.ParkedPayment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run found. Accounts and parked payments may be personal data.
 *
 * @param window what was looked at
 * @param repairing whether differences were repaired, or only looked for
 * @param counts how much was looked at
 * @param differences what differed, in the order found; the first {@value #MAX_DIFFERENCES}
 * @param found how many differences there were
 * @param parked the payments that wait for a person, also from before the window; the first {@value #MAX_PARKED}, by
 *     session
 * @param moreParked whether more than those wait
 * @param resumeAfter where another run goes on; null when this one came to its end
 * @param trouble what ended it; null when nothing did but its own budget
 */
public record Report(
        Window window,
        boolean repairing,
        Counts counts,
        List<Difference> differences,
        long found,
        List<ParkedPayment> parked,
        boolean moreParked,
        @Nullable String resumeAfter,
        @Nullable String trouble) {

    /** Most differences that are kept; more are repaired and counted all the same. */
    public static final int MAX_DIFFERENCES = 10_000;

    /** Most parked payments that are listed. */
    public static final int MAX_PARKED = 1_000;

    /** Copies the lists. */
    public Report {
        differences = List.copyOf(differences);
        parked = List.copyOf(parked);
    }

    /** {@return whether there were more differences than are kept} */
    public boolean truncated() {
        return found > differences.size();
    }

    /** {@return whether the run came to its end and found no difference} Payments may wait for a person all the same. */
    public boolean clean() {
        return found == 0 && resumeAfter == null;
    }

    /** {@return the window of what this run did not come to; empty when it came to its end} */
    public Optional<Window> rest() {
        return Optional.ofNullable(resumeAfter).map(window::resumingAfter);
    }

    /** {@return the report for a person to read, lines ended by LF} */
    public String toText() {
        return toText(Integer.MAX_VALUE);
    }

    /**
     * {@return the report for a person to read, shortened}
     *
     * @param rows most differences, and most parked payments, to write out; the others are only counted
     */
    public String toText(int rows) {
        return ReportText.of(this, rows);
    }

    /**
     * {@return the differences, then the parked payments (kind {@code PARKED}), as comma-separated values} In the manner of
     * {@link io.tokeneconomy.ledger.ExportFormat#CSV}: a header line, texts quoted and never a formula.
     */
    public String toCsv() {
        return ReportCsv.of(this);
    }

    /** {@return the whole report as one JSON object; what is absent is left out} */
    public String toJson() {
        return ReportJson.of(this);
    }
}
