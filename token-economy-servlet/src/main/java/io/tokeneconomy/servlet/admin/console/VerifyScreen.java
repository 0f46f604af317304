package io.tokeneconomy.servlet.admin.console;

import io.tokeneconomy.audit.LedgerAudit;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Verification;
import io.tokeneconomy.ledger.Verification.Broken;
import io.tokeneconomy.ledger.Verification.Intact;

/** Recomputes the history of one customer, while the operator waits. */
final class VerifyScreen implements Screen {

    private final LedgerAudit audit;
    private final CustomerScreen customer;
    private final OperatorsLog log;

    VerifyScreen(LedgerAudit audit, CustomerScreen customer, OperatorsLog log) {
        this.audit = audit;
        this.customer = customer;
        this.log = log;
    }

    static Html form(Visit visit, AccountId account) {
        return Parts.post(
                visit,
                "verify-customer",
                Visit.hidden("account", account.value()),
                Parts.button("Verify this history", "quiet"));
    }

    @Override
    public Answer show(Visit visit) {
        AccountId account = AccountId.of(visit.value("account"));
        log.record(visit.operator(), "verification of " + account, "", visit.key());
        return customer.page(visit.done(), words(audit.verify(account)));
    }

    private static Html words(Verification verification) {
        if (verification instanceof Broken broken) {
            return Parts.notice(
                    "bad",
                    Parts.text("This history was altered. The first bad entry is " + broken.sequence() + ": "
                            + broken.reason() + "."));
        }
        Intact intact = (Intact) verification;
        return Parts.notice(
                "good",
                Parts.text("Intact: " + Figures.count(intact.entries(), "entry", "entries")
                        + ", from the first one to the balance."));
    }
}
