package io.tokeneconomy.ledger;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an account counts between entries.
 *
 * @param usage what was spent in running periods, where a spend limit asks for it; in a fixed order
 * @param remainders parts of a token that metered use has not filled yet, by meter; only those that are not 0
 */
public record Counters(List<Usage> usage, Map<String, Remainder> remainders) {

    private static final Comparator<Usage> ORDER = Comparator.comparing(Usage::period)
            .thenComparing(Usage::member, Comparator.nullsFirst(Comparator.<@Nullable String>naturalOrder()));

    /** Nothing counted. */
    public static final Counters NONE = new Counters(List.of(), Map.of());

    /** Copies and sorts. */
    public Counters {
        usage = usage.size() < 2
                ? List.copyOf(usage)
                : usage.stream().sorted(ORDER).toList();
        remainders = remainders.isEmpty()
                ? Map.of()
                : Collections.unmodifiableMap(new TreeMap<String, Remainder>(remainders));
    }
}
