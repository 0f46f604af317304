package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Figures.query;
import static io.tokeneconomy.servlet.admin.console.Html.all;

import io.tokeneconomy.audit.LedgerAudit;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.StatementQuery;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.Verification.Broken;
import io.tokeneconomy.ledger.Verification.Intact;
import io.tokeneconomy.servlet.admin.console.Jobs.Job;
import java.util.Optional;

/** Recomputes the history of one customer: while the operator waits, or in the background when it is long. */
final class HistoryVerification {

    /** The longest history that an operator waits for, in entries. */
    static final long AT_ONCE = 10_000;

    private static final String KIND = "verification of a history";

    private final Ledger ledger;
    private final LedgerAudit audit;
    private final Jobs jobs;

    HistoryVerification(Ledger ledger, LedgerAudit audit, Jobs jobs) {
        this.ledger = ledger;
        this.audit = audit;
        this.jobs = jobs;
    }

    private record Found(AccountId account, Verification result) {}

    boolean isLong(AccountId account) {
        return ledger.statement(StatementQuery.of(account).limit(1)).entries().stream()
                .anyMatch(newest -> newest.sequence() > AT_ONCE);
    }

    /** {@return the verdict} */
    Html now(AccountId account) {
        return words(audit.verify(account));
    }

    void begin(Visit visit, AccountId account) {
        jobs.start(KIND, visit.key(), visit.operator(), progress -> new Found(account, audit.verify(account)));
    }

    /** {@return what is under way, or the verdict about this account, for its page} */
    Html html(AccountId account) {
        jobs.await(KIND);
        Optional<Job<Found>> job = jobs.latest(KIND);
        boolean concerns = job.map(Job::result)
                .map(found -> found.account().equals(account))
                .orElse(true);
        if (job.isEmpty() || !concerns) {
            return Html.NOTHING;
        }
        String here = "customer?account=" + query(account.value());
        return all(
                Optional.ofNullable(job.get().result())
                        .map(found -> words(found.result()))
                        .orElse(Html.NOTHING),
                JobNote.of(job.get(), "Verified", here));
    }

    private static Html words(Verification verification) {
        if (verification instanceof Broken broken) {
            return Parts.notice(
                    "bad",
                    Parts.text("This history was altered. The first bad entry is " + broken.sequence() + ": "
                            + broken.reason() + "."));
        }
        Intact intact = (Intact) verification;
        return Parts.notice(
                "good",
                Parts.text("Intact: " + Figures.count(intact.entries(), "entry", "entries")
                        + ", from the first one to the balance."));
    }
}
