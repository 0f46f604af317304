package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** The histories are worth the name: what the properties are about happens in enough of them. */
@Domain(Histories.class)
class CoverageTest {

    private static final Set<String> RARE =
            Set.of("HoldsOpen", "CLOSE", "LimitReached", "ExceedsHold", "UnknownSource", "Invalid", "lot reopened");

    @Property(tries = 2_000)
    @StatisticsReport(onFailureOnly = true)
    void everythingHappensOftenEnough(@ForAll List<Step> steps) {
        Set<String> seen = new HashSet<>();
        PureLedger ledger =
                Watched.always(steps, step -> seen.add(step.answer().getClass().getSimpleName()));
        for (AccountId id : Histories.accounts(Watched.NAME)) {
            ledger.history(id).forEach(entry -> seen.addAll(kinds(entry)));
        }
        Stream<String> outcomes = Stream.of(
                "Applied",
                "Replayed",
                "KeyConflict",
                "Insufficient",
                "NotOpen",
                "HoldNotOpen",
                "ExceedsHold",
                "UnknownSource",
                "LimitReached",
                "HoldsOpen",
                "Invalid");
        Stream<String> situations = Stream.of("debt", "overdrawn", "zero", "lot reopened", "debt paid");
        Stream<String> types = Stream.of(EntryType.values()).map(EntryType::name);
        Stream.of(outcomes, situations, types).flatMap(all -> all).forEach(kind -> {
            Statistics.label(kind).collect(seen.contains(kind));
            Statistics.label(kind)
                    .coverage(coverage -> coverage.check(true).percentage(p -> p > (RARE.contains(kind) ? 0.5 : 5)));
        });
    }

    private static List<String> kinds(LedgerEntry entry) {
        boolean debt = entry.movement().after().debt() > 0;
        boolean spends = entry.type() == EntryType.SPEND || entry.type() == EntryType.CAPTURE;
        boolean reopens = entry.type() == EntryType.RELEASE
                && entry.movement().effects().lots().size() > 1;
        boolean pays = entry.movement().effects().terms() != null
                && entry.movement().effects().lots().stream()
                                .mapToLong(a -> a.amount())
                                .sum()
                        < entry.amount();
        return Stream.of(
                        entry.type().name(),
                        debt ? "debt" : "",
                        debt && spends ? "overdrawn" : "",
                        entry.type() == EntryType.SPEND && entry.amount() == 0 ? "zero" : "",
                        reopens ? "lot reopened" : "",
                        pays ? "debt paid" : "")
                .filter(kind -> !kind.isEmpty())
                .toList();
    }
}
