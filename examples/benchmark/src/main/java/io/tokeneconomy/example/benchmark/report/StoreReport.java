package io.tokeneconomy.example.benchmark.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.tokeneconomy.example.benchmark.reading.ReadingResult;
import io.tokeneconomy.example.benchmark.trial.TrialResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All figures of one store.
 *
 * @param store its name
 * @param version the database's name and version
 * @param durability how commits reach the disk
 * @param summaries a line for each group and contender
 * @param trials every single trial
 * @param reading how long it took to read histories; null when that was not measured
 */
public record StoreReport(
        String store,
        String version,
        String durability,
        List<Summary> summaries,
        List<TrialResult> trials,
        @Nullable ReadingResult reading) {

    /** Copies the lists. */
    public StoreReport {
        summaries = List.copyOf(summaries);
        trials = List.copyOf(trials);
    }

    /** {@return the figures of those trials, groups and contenders in the order of their first trials} */
    public static StoreReport of(
            String store, String version, String durability, List<Measured> measured, @Nullable ReadingResult reading) {
        List<Summary> summaries = new ArrayList<>();
        byContender(measured)
                .forEach((group, contenders) ->
                        contenders.forEach((contender, trials) -> summaries.add(Summary.of(group, contender, trials))));
        return new StoreReport(
                store,
                version,
                durability,
                summaries,
                measured.stream().map(Measured::result).toList(),
                reading);
    }

    /** {@return the summaries by group, in their order} */
    Map<Group, List<Summary>> groups() {
        return summaries.stream().collect(groupingBy(Summary::group, LinkedHashMap::new, toList()));
    }

    private static Map<Group, Map<String, List<TrialResult>>> byContender(List<Measured> measured) {
        return measured.stream()
                .collect(groupingBy(
                        Measured::group,
                        LinkedHashMap::new,
                        groupingBy(Measured::contender, LinkedHashMap::new, mapping(Measured::result, toList()))));
    }
}
