package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.Lot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Taking tokens out of lots. */
final class Lots {

    private Lots() {}

    /** Takes an amount in burn order; the lots together hold at least that much. */
    static List<Allocation> take(List<Lot> lots, long amount) {
        List<Allocation> taken = new ArrayList<>(1);
        long missing = amount;
        for (Lot lot : inBurnOrder(lots)) {
            if (missing == 0) {
                break;
            }
            long part = Math.min(missing, lot.remaining());
            taken.add(new Allocation(lot.number(), -part));
            missing -= part;
        }
        if (missing != 0) {
            throw new IllegalStateException("lots lack " + missing + " of " + amount + " tokens");
        }
        return taken;
    }

    /** What is left once these are taken out. */
    static List<Lot> without(List<Lot> lots, List<Allocation> taken) {
        Map<Long, Long> byLot = new HashMap<>();
        taken.forEach(allocation -> byLot.merge(allocation.lot(), allocation.amount(), Math::addExact));
        List<Lot> left = new ArrayList<>();
        for (Lot lot : lots) {
            long remaining = lot.remaining() + byLot.getOrDefault(lot.number(), 0L);
            if (remaining > 0) {
                left.add(new Lot(lot.number(), lot.granted(), remaining, lot.terms()));
            }
        }
        return left;
    }

    static List<Lot> inBurnOrder(List<Lot> lots) {
        return lots.size() < 2 ? lots : lots.stream().sorted(Lot.BURN_ORDER).toList();
    }

    /** Open lots, and those of which only holds still have something. */
    static int count(Account account) {
        if (account.holds().isEmpty()) {
            return account.lots().size();
        }
        Set<Long> numbers = new HashSet<>();
        account.lots().forEach(lot -> numbers.add(lot.number()));
        account.holds().forEach(hold -> hold.parts().forEach(part -> numbers.add(part.number())));
        return numbers.size();
    }

    static long sum(List<Lot> lots) {
        long sum = 0;
        for (Lot lot : lots) {
            sum += lot.remaining();
        }
        return sum;
    }

    static long sumOf(List<Allocation> allocations) {
        long sum = 0;
        for (Allocation allocation : allocations) {
            sum += allocation.amount();
        }
        return sum;
    }

    static List<Allocation> negated(List<Allocation> allocations) {
        return allocations.stream()
                .map(allocation -> new Allocation(allocation.lot(), -allocation.amount()))
                .toList();
    }
}
