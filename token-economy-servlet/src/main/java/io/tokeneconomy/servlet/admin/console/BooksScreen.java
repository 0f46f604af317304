package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Html.all;
import static io.tokeneconomy.servlet.admin.console.Html.attr;
import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import io.tokeneconomy.audit.LedgerAudit;
import io.tokeneconomy.audit.Rollforward;
import io.tokeneconomy.servlet.admin.console.Jobs.Job;
import io.tokeneconomy.servlet.admin.console.Stocktaking.Stock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Stock, rollforward and verification: what reads the whole ledger, so all of it runs in the background. */
final class BooksScreen implements Screen {

    private static final String ROLLFORWARD = "rollforward";
    private static final String FROM = "from";
    private static final String UNTIL = "until";

    private final LedgerAudit audit;
    private final Jobs jobs;
    private final OperatorsLog log;
    private final Stocktaking stocktaking;
    private final VerificationJob verification;

    BooksScreen(LedgerAudit audit, Jobs jobs, OperatorsLog log, Stocktaking stocktaking) {
        this.audit = audit;
        this.jobs = jobs;
        this.log = log;
        this.stocktaking = stocktaking;
        this.verification = new VerificationJob(audit, jobs);
    }

    @Override
    public Answer show(Visit visit) {
        jobs.await(ROLLFORWARD);
        jobs.await(VerificationJob.KIND);
        return page(visit, 200, Fields.empty());
    }

    private Answer page(Visit visit, int status, Fields fields) {
        Optional<Job<Stock>> stock = stocktaking.latest(visit.now());
        return new Answer.Page(
                status,
                "Books",
                all(
                        Parts.problems(fields),
                        Parts.section(
                                "Stock",
                                stock.flatMap(job -> Optional.ofNullable(job.result()))
                                        .map(found -> Parts.cards(TokensPart.cards(found)))
                                        .orElse(Html.NOTHING),
                                stock.map(new TokensPart(visit, "books")::state).orElse(Html.NOTHING)),
                        Parts.section("Rollforward", rollforwardForm(visit, fields), rollforward()),
                        Parts.section("Verification", verification.html(visit))));
    }

    private static Html rollforwardForm(Visit visit, Fields fields) {
        LocalDate month = LocalDate.ofInstant(visit.now(), ZoneOffset.UTC).withDayOfMonth(1);
        return el(
                "div",
                cls("panel"),
                Parts.post(
                        visit,
                        ROLLFORWARD,
                        date(fields, FROM, "From", "The first day, in UTC.", month),
                        date(
                                fields,
                                UNTIL,
                                "To",
                                "The last day, included.",
                                month.plusMonths(1).minusDays(1)),
                        Parts.button("Roll forward", "primary")));
    }

    private static Html date(Fields fields, String name, String label, String hint, LocalDate proposed) {
        String value = fields.value(name).isEmpty() ? proposed.toString() : fields.value(name);
        return Parts.field(fields, name, label, hint, value, attr("type", "date"), attr("required", ""));
    }

    private Html rollforward() {
        Optional<Job<Rollforward>> job = jobs.latest(ROLLFORWARD);
        return all(
                job.map(known -> JobNote.of(known, "Rolled forward", "books")).orElse(Html.NOTHING),
                job.map(Job::result).map(RollforwardTable::html).orElse(Html.NOTHING));
    }

    Answer takeStock(Visit visit) {
        log.record(visit.operator(), "stocktaking", "", visit.key());
        stocktaking.begin(visit.key(), visit.operator(), visit.now());
        return new Answer.Redirect(visit.value(TokensPart.BACK).equals("books") ? "books" : "./");
    }

    Answer rollForward(Visit visit) {
        Fields fields = new Fields(visit.values());
        Optional<Instant> from = fields.read(FROM, Reading::date).map(BooksScreen::start);
        Optional<Instant> until = fields.read(UNTIL, Reading::date).map(day -> start(day.plusDays(1)));
        if (fields.good() && !until.orElseThrow().isAfter(from.orElseThrow())) {
            fields.problem(UNTIL, "allowed is the first day or a later one.");
        }
        if (fields.good() && from.orElseThrow().isAfter(visit.now())) {
            fields.problem(FROM, "allowed is today or an earlier day.");
        }
        if (!fields.good()) {
            return page(visit, 422, fields);
        }
        String what = "rollforward from " + visit.value(FROM) + " to " + visit.value(UNTIL);
        log.record(visit.operator(), what, "", visit.key());
        jobs.start(
                ROLLFORWARD,
                visit.key(),
                visit.operator(),
                progress -> audit.rollforward(from.orElseThrow(), until.orElseThrow()));
        return new Answer.Redirect("books");
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Answer csv(Visit visit) {
        return jobs.<Rollforward>latest(ROLLFORWARD)
                .map(Job::result)
                .<Answer>map(found -> Answer.Download.text("rollforward.csv", "text/csv", RollforwardTable.csv(found)))
                .orElseThrow(() -> new WrongRequestException(404, "There is no rollforward yet."));
    }

    Answer verify(Visit visit) {
        log.record(visit.operator(), "verification of the whole ledger", "", visit.key());
        verification.begin(visit);
        return new Answer.Redirect("books");
    }
}
