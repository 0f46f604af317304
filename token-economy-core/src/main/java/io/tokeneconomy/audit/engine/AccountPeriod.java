package io.tokeneconomy.audit.engine;

import io.tokeneconomy.audit.TokenSum;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.engine.History;
import io.tokeneconomy.ledger.engine.PointInTime;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.StoreException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one account went through a period: from the account as it stands back to the period's beginning.
 *
 * <p>First as it was booked: what there is now, less what came after the end, is the closing; less what came in the
 * period, the opening. Then what was due by the end but not booked by then is added to the closing and the changes, and
 * what was due by the beginning but not booked by then to the opening; as it was booked later, in the period or after it,
 * it is taken out of the changes there. Both sides move by the same, so the sum stays exact.
 */
final class AccountPeriod {

    private static final int PAGE = 500;

    private final Account state;
    private final Instant from;
    private final Instant until;
    private final History history;
    private final Fundings fundings;
    private final CauseSums changes = new CauseSums();
    private TokenSum after = TokenSum.ZERO;
    private @Nullable LedgerEntry lastBeforeFrom;
    private @Nullable LedgerEntry lastBeforeUntil;
    private TokenSum opening = TokenSum.ZERO;
    private TokenSum closing = TokenSum.ZERO;

    AccountPeriod(LedgerStore store, Account state, Instant from, Instant until) {
        this.state = state;
        this.from = from;
        this.until = until;
        this.history = new History(store, state.id());
        this.fundings = new Fundings(history, state);
    }

    void run() {
        CauseSums dueFrom;
        CauseSums dueUntil;
        if (state.lastEntryAt().isBefore(from)) {
            dueFrom = due(new PointInTime(history, state).at(justBefore(from)).entries());
            dueUntil = due(new PointInTime(history, state).at(justBefore(until)).entries());
        } else {
            readBack();
            dueFrom = due(lastBeforeFrom, from);
            dueUntil = due(lastBeforeUntil, until);
        }
        TokenSum booked = Fundings.of(state).minus(after);
        closing = booked.plus(dueUntil.total());
        opening = booked.minus(changes.total()).plus(dueFrom.total());
        changes.add(dueUntil);
        changes.subtract(dueFrom);
    }

    TokenSum opening() {
        return opening;
    }

    TokenSum closing() {
        return closing;
    }

    CauseSums changes() {
        return changes;
    }

    private void readBack() {
        long sequence = state.sequence() + 1;
        while (sequence > 1 && lastBeforeFrom == null) {
            List<LedgerEntry> page = history.before(sequence, PAGE);
            if (page.isEmpty()) {
                throw StoreException.broken(
                        "entry " + (sequence - 1) + " of account " + state.id() + " is missing", null);
            }
            page.forEach(fundings::learn);
            page.forEach(this::take);
            sequence = page.get(page.size() - 1).sequence();
        }
    }

    private void take(LedgerEntry entry) {
        if (lastBeforeFrom != null) {
            return;
        }
        if (!entry.at().isBefore(until)) {
            after = after.plus(fundings.change(entry));
            return;
        }
        lastBeforeUntil = lastBeforeUntil == null ? entry : lastBeforeUntil;
        if (entry.at().isBefore(from)) {
            lastBeforeFrom = entry;
        } else {
            changes.add(entry, fundings.change(entry));
        }
    }

    private CauseSums due(@Nullable LedgerEntry last, Instant time) {
        return last == null
                ? new CauseSums()
                : due(new PointInTime(history, state)
                        .after(last, justBefore(time))
                        .entries());
    }

    private CauseSums due(List<LedgerEntry> entries) {
        CauseSums due = new CauseSums();
        entries.forEach(entry -> due.add(entry, fundings.change(entry)));
        return due;
    }

    private static Instant justBefore(Instant time) {
        return time.minus(1, ChronoUnit.MICROS);
    }
}
