package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Effects;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.LotUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which lots an entry touched, found by the entries that opened them. */
final class LotTrace {

    private final History history;
    private final Map<Long, Long> available = new LinkedHashMap<>();
    private final Map<Long, Long> held = new LinkedHashMap<>();

    LotTrace(History history) {
        this.history = history;
    }

    List<LotUse> of(LedgerEntry entry) {
        Effects effects = entry.movement().effects();
        effects.lots().forEach(allocation -> add(allocation, available, held));
        if (effects.hold() != null) {
            effects.hold().parts().forEach(allocation -> add(allocation, held, available));
        }
        List<LotUse> uses = new ArrayList<>();
        available.forEach((lot, change) -> uses.add(
                new LotUse(lot == entry.sequence() ? entry : history.entry(lot), change, held.getOrDefault(lot, 0L))));
        return uses;
    }

    private static void add(Allocation allocation, Map<Long, Long> to, Map<Long, Long> other) {
        to.merge(allocation.lot(), allocation.amount(), Long::sum);
        other.putIfAbsent(allocation.lot(), 0L);
    }
}
