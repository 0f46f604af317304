package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Lot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Taking tokens out of lots. */
final class Lots {

    private Lots() {}

    /** Takes an amount in burn order; the lots together hold at least that much. */
    static List<Allocation> take(List<Lot> lots, long amount) {
        List<Allocation> taken = new ArrayList<>();
        long missing = amount;
        for (Lot lot : lots.stream().sorted(Lot.BURN_ORDER).toList()) {
            if (missing == 0) {
                break;
            }
            long part = Math.min(missing, lot.remaining());
            taken.add(new Allocation(lot.number(), part));
            missing -= part;
        }
        if (missing != 0) {
            throw new IllegalStateException("lots lack " + missing + " of " + amount + " tokens");
        }
        return taken;
    }

    /** The lots once these allocations are taken out; used-up lots are gone. */
    static List<Lot> without(List<Lot> lots, List<Allocation> taken) {
        Map<Long, Long> byLot =
                taken.stream().collect(Collectors.toMap(Allocation::lot, Allocation::amount, Math::addExact));
        List<Lot> left = new ArrayList<>();
        for (Lot lot : lots) {
            long remaining = Math.subtractExact(lot.remaining(), byLot.getOrDefault(lot.number(), 0L));
            if (remaining > 0) {
                left.add(new Lot(lot.number(), lot.granted(), remaining, lot.terms()));
            }
        }
        return left;
    }
}
