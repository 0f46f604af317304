package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Html.cls;
import static io.tokeneconomy.servlet.admin.console.Html.el;

import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.LedgerEntry;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries of an account's history. */
final class StatementTable {

    private StatementTable() {}

    static Html of(List<LedgerEntry> entries) {
        return Parts.table(
                "Statement, newest first",
                List.of("#Entry", "Time (UTC)", "Type", "#Change", "#Balance after", "What", "By"),
                entries.stream().<List<?>>map(StatementTable::row).toList());
    }

    private static List<?> row(LedgerEntry entry) {
        return List.of(
                entry.sequence(),
                Figures.time(entry.at()),
                words(entry.type()),
                Figures.change(entry.amount()),
                Figures.number(entry.balanceAfter()),
                what(entry),
                entry.details().metadata().getOrDefault(Audit.ACTOR, ""));
    }

    private static Html what(LedgerEntry entry) {
        String text = Stream.of(
                        entry.purchase() == null ? null : entry.purchase().packageId(),
                        entry.details().description(),
                        entry.details().reference())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return el(
                "div",
                cls("what"),
                text.isEmpty() ? Html.NOTHING : el("span", text),
                " ",
                el("code", cls("key"), entry.key()));
    }

    /** {@return "transfer out" for TRANSFER_OUT} */
    static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
