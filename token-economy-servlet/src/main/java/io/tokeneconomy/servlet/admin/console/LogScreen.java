package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Html.all;
import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Statement;
import io.tokeneconomy.ledger.StatementCursor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What operators did where no tokens move. */
final class LogScreen implements Screen {

    private final OperatorsLog log;

    LogScreen(OperatorsLog log) {
        this.log = log;
    }

    @Override
    public Answer show(Visit visit) {
        @Nullable StatementCursor cursor = visit.has("cursor") ? StatementCursor.parse(visit.value("cursor")) : null;
        Statement page = log.page(cursor);
        Html list = page.entries().isEmpty()
                ? Parts.text("Nothing yet.")
                : Parts.table(
                        "What operators asked for, newest first",
                        List.of("#Entry", "Time (UTC)", "Operator", "What"),
                        page.entries().stream().<List<?>>map(LogScreen::row).toList());
        return new Answer.Page(
                "Operators’ log",
                all(
                        el(
                                "p",
                                cls("lead"),
                                "What operators asked for where no tokens of a customer move, written down before it is"
                                        + " done. Gifts, corrections and releases are entries of their customers."),
                        list,
                        page.next()
                                .map(older -> el("p", Parts.link("log?cursor=" + older.encoded(), "Older entries")))
                                .orElse(Html.NOTHING)));
    }

    private static List<?> row(LedgerEntry entry) {
        return List.of(
                entry.sequence(),
                Figures.time(entry.at()),
                entry.details().metadata().getOrDefault(Audit.ACTOR, ""),
                Objects.requireNonNullElse(entry.details().description(), ""));
    }
}
