package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.LedgerEntry;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.rules.Settlement;
import java.time.Instant;

/** An account at a time, with everything that was due by then. */
public final class PointInTime {

    private final History history;
    private final Account state;

    /**
     * @param history the account's entries
     * @param state the account as it stands
     */
    public PointInTime(History history, Account state) {
        this.history = history;
        this.state = state;
    }

    /** {@return what was due, and the account's totals then} The account's lots and holds are not all there. */
    public Settlement at(Instant time) {
        return isNow(time)
                ? LedgerRules.settle(state, time)
                : history.lastBy(time, state.sequence() - 1)
                        .map(last -> after(last, time))
                        .orElseGet(() -> LedgerRules.settle(Account.unused(state.id()), time));
    }

    /**
     * {@return the same, where the place is known}
     *
     * @param last the last entry booked at that time or before
     */
    public Settlement after(LedgerEntry last, Instant time) {
        return last.sequence() == state.sequence()
                ? LedgerRules.settle(state, time)
                : new DueThen(history).at(last, time);
    }

    private boolean isNow(Instant time) {
        return !state.lastEntryAt().isAfter(time);
    }
}
