package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Html.all;
import static io.tokeneconomy.servlet.admin.console.Html.attr;
import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import io.tokeneconomy.reconcile.Reconciliation;
import io.tokeneconomy.reconcile.Report;
import io.tokeneconomy.reconcile.Window;
import io.tokeneconomy.servlet.admin.console.Jobs.Job;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Comparing the ledger with the payment provider: look first, repair then. */
final class ReconciliationScreen implements Screen {

    private static final String KIND = "reconciliation";
    private static final String DAYS = "days";
    private static final String REASON = "reason";
    private static final String REPAIR = "repair";
    private static final String DAYS_BY_DEFAULT = "3";

    private final Reconciliation reconciliation;
    private final Jobs jobs;
    private final OperatorsLog log;

    ReconciliationScreen(Reconciliation reconciliation, Jobs jobs, OperatorsLog log) {
        this.reconciliation = reconciliation;
        this.jobs = jobs;
        this.log = log;
    }

    @Override
    public Answer show(Visit visit) {
        jobs.await(KIND);
        return page(visit, 200, Fields.empty());
    }

    private Answer page(Visit visit, int status, Fields fields) {
        Optional<Job<Report>> job = jobs.latest(KIND);
        boolean running = job.filter(Job::running).isPresent();
        return new Answer.Page(
                status,
                "Reconciliation",
                all(
                        Parts.problems(fields),
                        el(
                                "p",
                                cls("lead"),
                                "Compares the payment provider’s books with the ledger. Looking changes nothing; a repair"
                                        + " does what lost webhooks would have done."),
                        running ? Html.NOTHING : form(visit, fields),
                        job.map(known -> JobNote.of(known, "The last run ended", "reconciliation"))
                                .orElse(Html.NOTHING),
                        job.map(Job::result).map(ReportPart::of).orElse(Html.NOTHING)));
    }

    private static Html form(Visit visit, Fields fields) {
        String days = fields.value(DAYS).isEmpty() ? DAYS_BY_DEFAULT : fields.value(DAYS);
        return el(
                "div",
                cls("panel"),
                Parts.post(
                        visit,
                        "reconcile",
                        Parts.field(
                                fields,
                                DAYS,
                                "Days back from now",
                                "1 to " + Window.MAX_DAYS + ".",
                                days,
                                attr("inputmode", "numeric"),
                                attr("required", "")),
                        Parts.field(
                                fields,
                                REASON,
                                "Reason (for a repair)",
                                "Stays in the ledger for ever.",
                                attr("maxlength", Reading.MAX_REASON)),
                        el(
                                "div",
                                cls("actions"),
                                Parts.button("Look for differences", "primary"),
                                el(
                                        "button",
                                        attr("type", "submit"),
                                        attr("name", REPAIR),
                                        attr("value", "yes"),
                                        "Review a repair"))));
    }

    Answer start(Visit visit) {
        Fields fields = new Fields(visit.values());
        Optional<Long> days = fields.read(DAYS, Reading.number(DAYS, 1, Window.MAX_DAYS));
        boolean repairing = visit.has(REPAIR);
        if (repairing) {
            fields.read(REASON, Reading::reason);
        }
        if (!fields.good()) {
            return page(visit, 422, fields);
        }
        return repairing && !visit.confirmed() ? review(visit) : run(visit, days.orElseThrow(), repairing);
    }

    private static Answer review(Visit visit) {
        return Review.page(
                visit,
                "reconcile",
                "Repair the last " + visit.value(DAYS) + " days?",
                List.of(
                        List.of("Window", visit.value(DAYS) + " days back from now"),
                        List.of("Reason", visit.value(REASON)),
                        List.of(
                                "What happens",
                                "Missing credits and clawbacks are booked, by the rules and keys of webhooks.")),
                "Repair",
                "reconciliation",
                List.of(DAYS, REASON, REPAIR));
    }

    private Answer run(Visit visit, long days, boolean repairing) {
        String what = (repairing ? "repair" : "check") + " of the last " + days + " days";
        Window window = Window.before(visit.now(), Duration.ofDays(days));
        log.record(visit.operator(), what, repairing ? visit.value(REASON) : "", visit.key());
        jobs.start(
                KIND,
                visit.key(),
                visit.operator(),
                progress -> repairing ? reconciliation.repair(window) : reconciliation.check(window));
        return new Answer.Redirect("reconciliation");
    }

    Answer csv(Visit visit) {
        return file("reconciliation.csv", "text/csv", Report::toCsv);
    }

    Answer json(Visit visit) {
        return file("reconciliation.json", "application/json", Report::toJson);
    }

    private Answer file(String name, String type, Function<Report, String> writer) {
        return jobs.<Report>latest(KIND)
                .map(Job::result)
                .<Answer>map(report -> Answer.Download.text(name, type, writer.apply(report)))
                .orElseThrow(() -> new WrongRequestException(404, "There is no report yet."));
    }
}
