package io.tokeneconomy.audit.engine;

import io.tokeneconomy.audit.Liability;
import io.tokeneconomy.audit.TokenSum;
import io.tokeneconomy.ledger.Account;
import io.tokeneconomy.ledger.rules.LedgerRules;
import io.tokeneconomy.ledger.store.LedgerStore;
import java.time.Instant;

/** Adds up what every account has. */
final class LiabilityReport {

    private final LedgerStore store;
    private final Instant at;
    private TokenSum tokens = TokenSum.ZERO;
    private long held;
    private long accounts;
    private long holders;
    private long debtors;

    LiabilityReport(LedgerStore store, Instant at) {
        this.store = store;
        this.at = at;
    }

    Liability run() {
        new AccountWalk(store).each(this::add);
        return new Liability(at, accounts, holders, debtors, tokens, held);
    }

    private void add(Account state) {
        Account account = LedgerRules.settle(state, at).account();
        TokenSum sum = Fundings.of(account);
        tokens = tokens.plus(sum);
        held = Math.addExact(held, account.totals().held());
        accounts++;
        holders += sum.paid() + sum.free() > 0 ? 1 : 0;
        debtors += sum.debt() > 0 ? 1 : 0;
    }
}
