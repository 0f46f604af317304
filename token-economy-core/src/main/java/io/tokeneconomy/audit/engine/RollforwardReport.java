package io.tokeneconomy.audit.engine;

import io.tokeneconomy.audit.Rollforward;
import io.tokeneconomy.audit.TokenSum;
import io.tokeneconomy.ledger.store.LedgerStore;
import java.time.Instant;

/** Adds up how every account went through a period. */
final class RollforwardReport {

    private final LedgerStore store;
    private final Instant from;
    private final Instant until;
    private final CauseSums changes = new CauseSums();
    private TokenSum opening = TokenSum.ZERO;
    private TokenSum closing = TokenSum.ZERO;

    RollforwardReport(LedgerStore store, Instant from, Instant until) {
        this.store = store;
        this.from = from;
        this.until = until;
    }

    Rollforward run() {
        new AccountWalk(store).each(state -> {
            AccountPeriod period = new AccountPeriod(store, state, from, until);
            period.run();
            opening = opening.plus(period.opening());
            closing = closing.plus(period.closing());
            changes.add(period.changes());
        });
        return new Rollforward(from, until, opening, changes.byCause(), closing);
    }
}
