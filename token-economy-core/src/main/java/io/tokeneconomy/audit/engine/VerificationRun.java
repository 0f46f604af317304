package io.tokeneconomy.audit.engine;

import io.tokeneconomy.audit.VerificationSummary;
import io.tokeneconomy.audit.VerificationWatch;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.engine.Verifier;
import io.tokeneconomy.ledger.store.AccountQuery;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.ledger.store.Page;
import org.jspecify.annotations.Nullable;

/** Verifies all accounts, one after another. */
final class VerificationRun {

    private static final int PAGE = 500;

    private final LedgerStore store;
    private final VerificationWatch watch;
    private VerificationSummary soFar = VerificationSummary.NOTHING;

    VerificationRun(LedgerStore store, VerificationWatch watch) {
        this.store = store;
        this.watch = watch;
    }

    VerificationSummary run(@Nullable AccountId after) {
        Page<AccountId> page;
        AccountId last = after;
        do {
            page = store.accounts(AccountQuery.after(last, PAGE));
            for (AccountId account : page.items()) {
                verify(account);
                last = account;
            }
        } while (page.hasMore());
        return soFar;
    }

    private void verify(AccountId account) {
        Verification result = new Verifier(store, account).verify();
        long entries = result instanceof Verification.Intact intact ? intact.entries() : 0;
        soFar = new VerificationSummary(
                soFar.accounts() + 1, soFar.entries() + entries, soFar.broken() + (result.intact() ? 0 : 1));
        watch.verified(result, soFar);
    }
}
