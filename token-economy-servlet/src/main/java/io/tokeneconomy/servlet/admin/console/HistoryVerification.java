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
import org.jspecify.annotations.Nullable;

/** Recomputes the history of one customer: while the operator waits, or in the background when it is long. */
final class HistoryVerification {

    /** The longest history that an operator waits for, in entries. */
    static final long AT_ONCE = 10_000;

    private static final String KIND = "verification of a history";

    private final Ledger ledger;
    private final LedgerAudit audit;
    private final Jobs jobs;
    private @Nullable AccountId subject;

    HistoryVerification(Ledger ledger, LedgerAudit audit, Jobs jobs) {
        this.ledger = ledger;
        this.audit = audit;
        this.jobs = jobs;
    }

    boolean isLong(AccountId account) {
        return ledger.statement(StatementQuery.of(account).limit(1)).entries().stream()
                .anyMatch(newest -> newest.sequence() > AT_ONCE);
    }

    /** {@return the verdict} */
    Html now(AccountId account) {
        return words(audit.verify(account));
    }

    /** {@return whether it is under way now} One at a time: while that of another customer is, nothing is begun. */
    synchronized boolean begin(Visit visit, AccountId account) {
        if (!account.equals(subject) && jobs.latest(KIND).filter(Job::running).isPresent()) {
            return false;
        }
        subject = account;
        jobs.start(KIND, visit.key(), visit.operator(), progress -> audit.verify(account));
        return true;
    }

    /** {@return what is under way, or the verdict about this account, for its page} */
    Html html(AccountId account) {
        if (latest(account).isPresent()) {
            jobs.await(KIND);
        }
        String here = "customer?account=" + query(account.value());
        return latest(account)
                .map(job -> all(
                        Optional.ofNullable(job.result())
                                .map(HistoryVerification::words)
                                .orElse(Html.NOTHING),
                        JobNote.of(job, "Verified", here)))
                .orElse(Html.NOTHING);
    }

    private synchronized Optional<Job<Verification>> latest(AccountId account) {
        return account.equals(subject) ? jobs.latest(KIND) : Optional.empty();
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
