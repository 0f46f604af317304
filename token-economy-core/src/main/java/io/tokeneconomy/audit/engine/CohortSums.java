package io.tokeneconomy.audit.engine;

import io.tokeneconomy.audit.Cohort;
import io.tokeneconomy.ledger.EntryType;
import io.tokeneconomy.ledger.LedgerEntry;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tokens of some months, added up by what became of them. Other months are passed over. */
final class CohortSums {

    /** Stands for every month before the first. */
    static final YearMonth BEFORE = YearMonth.of(1, 1);

    private enum Fate {
        ISSUED,
        TRANSFERRED_IN,
        SPENT,
        EXPIRED,
        FORFEITED,
        CLAWED_BACK,
        TRANSFERRED_OUT,
        ADJUSTED_DOWN,
        OUTSTANDING
    }

    private final TreeMap<YearMonth, Map<Fate, Long>> sums = new TreeMap<>();

    CohortSums(YearMonth from, YearMonth until) {
        for (YearMonth month = from; month.isBefore(until); month = month.plusMonths(1)) {
            sums.put(month, new EnumMap<>(Fate.class));
        }
    }

    void in(LedgerEntry entry, YearMonth month) {
        add(month, entry.type() == EntryType.TRANSFER_IN ? Fate.TRANSFERRED_IN : Fate.ISSUED, entry.amount());
    }

    void out(EntryType type, YearMonth month, long tokens) {
        add(month, fate(type), tokens);
    }

    void left(YearMonth month, long tokens) {
        add(month, Fate.OUTSTANDING, tokens);
    }

    List<Cohort> cohorts() {
        List<Cohort> cohorts = new ArrayList<>();
        sums.forEach((month, sum) -> cohorts.add(new Cohort(
                month,
                of(sum, Fate.ISSUED),
                of(sum, Fate.TRANSFERRED_IN),
                of(sum, Fate.SPENT),
                of(sum, Fate.EXPIRED),
                of(sum, Fate.FORFEITED),
                of(sum, Fate.CLAWED_BACK),
                of(sum, Fate.TRANSFERRED_OUT),
                of(sum, Fate.ADJUSTED_DOWN),
                of(sum, Fate.OUTSTANDING))));
        return cohorts;
    }

    private void add(YearMonth month, Fate fate, long tokens) {
        Map<Fate, Long> sum = sums.get(month);
        if (sum != null) {
            sum.merge(fate, tokens, Math::addExact);
        }
    }

    private static long of(Map<Fate, Long> sum, Fate fate) {
        return sum.getOrDefault(fate, 0L);
    }

    /** Tokens that paid a debt were used before they came. */
    private static Fate fate(EntryType type) {
        return switch (type) {
            case EXPIRE -> Fate.EXPIRED;
            case CLOSE -> Fate.FORFEITED;
            case CLAWBACK -> Fate.CLAWED_BACK;
            case TRANSFER_OUT -> Fate.TRANSFERRED_OUT;
            case ADJUST -> Fate.ADJUSTED_DOWN;
            default -> Fate.SPENT;
        };
    }
}
