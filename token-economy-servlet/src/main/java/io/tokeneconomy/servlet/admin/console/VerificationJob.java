package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Figures.count;
import static io.tokeneconomy.servlet.admin.console.Html.all;

import io.tokeneconomy.audit.LedgerAudit;
import io.tokeneconomy.audit.VerificationSummary;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.servlet.admin.console.Jobs.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recomputes every account's history in the background. */
final class VerificationJob {

    static final String KIND = "verification";

    private static final int KEPT = 100;
    private static final int EVERY = 100;

    private final LedgerAudit audit;
    private final Jobs jobs;

    VerificationJob(LedgerAudit audit, Jobs jobs) {
        this.audit = audit;
        this.jobs = jobs;
    }

    /**
     * What was found.
     *
     * @param summary of all accounts
     * @param broken the first of those that are broken
     */
    private record Found(VerificationSummary summary, List<Verification.Broken> broken) {}

    void begin(Visit visit) {
        jobs.start(KIND, visit.key(), visit.operator(), this::verify);
    }

    private Found verify(Jobs.Progress progress) {
        List<Verification.Broken> broken = new ArrayList<>();
        VerificationSummary summary = audit.verifyAll(null, (result, soFar) -> {
            if (result instanceof Verification.Broken found && broken.size() < KEPT) {
                broken.add(found);
            }
            if (soFar.accounts() % EVERY == 0) {
                progress.at(words(soFar));
            }
        });
        return new Found(summary, List.copyOf(broken));
    }

    Html html(Visit visit) {
        Optional<Job<Found>> job = jobs.latest(KIND);
        return all(
                Parts.text("Recomputes every history from its first entry: hashes, order, balances, lots and holds."),
                job.map(known -> JobNote.of(known, "Verified", "books")).orElse(Html.NOTHING),
                job.map(Job::result).map(VerificationJob::result).orElse(Html.NOTHING),
                job.filter(Job::running).isPresent()
                        ? Html.NOTHING
                        : Parts.post(visit, "verify", Parts.button("Verify the ledger", "primary")));
    }

    private static Html result(Found found) {
        VerificationSummary summary = found.summary();
        if (summary.broken() == 0) {
            return Parts.notice("good", Parts.text("Intact: " + words(summary) + "."));
        }
        return all(
                Parts.notice(
                        "bad",
                        Parts.text(count(summary.broken(), "history is", "histories are") + " broken; " + words(summary)
                                + ".")),
                Parts.table(
                        "Broken histories",
                        List.of("Customer", "#First bad entry", "What is wrong"),
                        found.broken().stream()
                                .<List<?>>map(bad -> List.of(bad.account(), bad.sequence(), bad.reason()))
                                .toList()));
    }

    private static String words(VerificationSummary summary) {
        return count(summary.accounts(), "account", "accounts") + ", " + count(summary.entries(), "entry", "entries");
    }
}
