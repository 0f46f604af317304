package io.tokeneconomy.event.engine;

import io.tokeneconomy.event.TokenEconomyEvent;
import io.tokeneconomy.event.TokenEconomyEvent.OfEntry;
import io.tokeneconomy.ledger.AccountSettings;
import io.tokeneconomy.ledger.AccountStatus;
import io.tokeneconomy.ledger.Allocation;
import io.tokeneconomy.ledger.HoldChange;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.Movement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows from an entry. Pure: an entry says what it changed, and so what was before it. */
final class EntryEvents {

    private EntryEvents() {}

    /**
     * {@return what happened, then which lines were crossed}
     *
     * @param entry the entry
     * @param threshold the account's threshold for {@link TokenEconomyEvent.LowBalance}; below 1: none
     */
    static List<OfEntry> of(LedgerEntry entry, long threshold) {
        Movement movement = entry.movement();
        long lots = sum(movement.effects().lots());
        HoldChange hold = movement.effects().hold();
        long held = hold == null ? 0 : sum(hold.parts());
        long available = movement.after().available();
        long debt = movement.after().debt();
        long debtBefore = debt - (lots + held - movement.amount());

        List<OfEntry> events = new ArrayList<>(2);
        events.add(booked(entry));
        if (threshold > 0 && fellTo(threshold, available - lots, available)) {
            events.add(new TokenEconomyEvent.LowBalance(entry, threshold));
        }
        if (fellTo(0, available - lots, available)) {
            events.add(new TokenEconomyEvent.Depleted(entry));
        }
        if (debtBefore == 0 && debt > 0) {
            events.add(new TokenEconomyEvent.DebtIncurred(entry));
        } else if (fellTo(0, debtBefore, debt)) {
            events.add(new TokenEconomyEvent.DebtPaid(entry));
        }
        if (blocks(movement.effects().settings())) {
            events.add(new TokenEconomyEvent.Blocked(entry));
        }
        return events;
    }

    private static TokenEconomyEvent.Booked booked(LedgerEntry entry) {
        return switch (entry.type()) {
            case GRANT -> new TokenEconomyEvent.Granted(entry);
            case PURCHASE -> new TokenEconomyEvent.Purchased(entry);
            case SPEND -> new TokenEconomyEvent.Spent(entry);
            case HOLD -> new TokenEconomyEvent.Held(entry);
            case CAPTURE -> new TokenEconomyEvent.Captured(entry);
            case RELEASE, TIMEOUT -> new TokenEconomyEvent.Released(entry);
            case EXTEND -> new TokenEconomyEvent.HoldExtended(entry);
            case EXPIRE -> new TokenEconomyEvent.Expired(entry);
            case CLAWBACK -> new TokenEconomyEvent.ClawedBack(entry);
            case REINSTATE -> new TokenEconomyEvent.Reinstated(entry);
            case TRANSFER_OUT -> new TokenEconomyEvent.Sent(entry);
            case TRANSFER_IN -> new TokenEconomyEvent.Received(entry);
            case ADJUST -> new TokenEconomyEvent.Adjusted(entry);
            case CONFIGURE -> new TokenEconomyEvent.Configured(entry);
            case CLOSE -> new TokenEconomyEvent.Closed(entry);
        };
    }

    private static boolean fellTo(long line, long before, long after) {
        return before > line && after <= line;
    }

    private static boolean blocks(@Nullable AccountSettings settings) {
        return settings != null && settings.status() == AccountStatus.BLOCKED;
    }

    private static long sum(List<Allocation> allocations) {
        long sum = 0;
        for (Allocation allocation : allocations) {
            sum += allocation.amount();
        }
        return sum;
    }
}
