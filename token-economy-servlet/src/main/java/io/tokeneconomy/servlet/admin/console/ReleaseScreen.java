package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.DecisionForms.ACCOUNT;
import static io.tokeneconomy.servlet.admin.console.DecisionForms.REASON;
import static io.tokeneconomy.servlet.admin.console.DecisionForms.SESSION;
import static io.tokeneconomy.servlet.admin.console.DecisionForms.TOKENS;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.reconcile.ParkedPayments;
import io.tokeneconomy.reconcile.ParkedResult;
import java.util.List;
import java.util.Optional;

/** Credits a parked payment; a second post finds it credited by the first. */
final class ReleaseScreen implements Screen {

    private final ParkedPayments parked;
    private final DecisionForms forms;

    ReleaseScreen(ParkedPayments parked, DecisionForms forms) {
        this.parked = parked;
        this.forms = forms;
    }

    @Override
    public Answer show(Visit visit) {
        Fields fields = new Fields(visit.values());
        Optional<AccountId> account = fields.read(ACCOUNT, AccountId::of);
        Optional<Long> tokens = fields.read(TOKENS, Reading.tokens());
        Optional<String> reason = fields.read(REASON, Reading::reason);
        if (!fields.good()) {
            return forms.releasePage(visit, 422, fields);
        }
        return visit.confirmed()
                ? release(visit, account.orElseThrow(), tokens.orElseThrow(), reason.orElseThrow(), fields)
                : review(visit, account.orElseThrow(), tokens.orElseThrow());
    }

    private Answer review(Visit visit, AccountId account, long tokens) {
        return Review.page(
                visit,
                "release",
                "Credit " + Figures.count(tokens, "token", "tokens") + " to " + account + "?",
                List.of(
                        List.of("Checkout", visit.value(SESSION)),
                        List.of("Customer", account),
                        List.of("Tokens", Figures.change(tokens)),
                        List.of("Reason", visit.value(REASON))),
                "Release the payment",
                "parked",
                List.of(SESSION, ACCOUNT, TOKENS, REASON));
    }

    private Answer release(Visit visit, AccountId account, long tokens, String reason, Fields fields) {
        String session = visit.value(SESSION);
        ParkedResult result = parked.release(session, account, tokens, new Audit(visit.operator(), reason));
        if (result instanceof ParkedResult.Released released) {
            OperatorsLog.tell(visit.operator(), "released " + session + " to " + account, visit.key());
            return Booked.redirect(account, released.entry().key());
        }
        fields.problem(ACCOUNT, DecisionForms.refusal(result));
        return forms.releasePage(visit, 409, fields);
    }
}
