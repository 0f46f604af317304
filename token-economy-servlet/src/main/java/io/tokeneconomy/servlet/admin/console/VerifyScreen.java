package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.Figures.query;

import io.tokeneconomy.ledger.AccountId;

/** Has the history of one customer recomputed. */
final class VerifyScreen implements Screen {

    private static final Html BUSY = Parts.notice(
            "warn",
            Parts.text("Not begun: the long history of another customer is being verified. Ask again in a while."));

    private final HistoryVerification verification;
    private final CustomerScreen customer;
    private final OperatorsLog log;

    VerifyScreen(HistoryVerification verification, CustomerScreen customer, OperatorsLog log) {
        this.verification = verification;
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
        if (!verification.isLong(account)) {
            return customer.page(visit.done(), verification.now(account));
        }
        return verification.begin(visit, account)
                ? new Answer.Redirect("customer?account=" + query(account.value()))
                : customer.page(visit, BUSY);
    }
}
