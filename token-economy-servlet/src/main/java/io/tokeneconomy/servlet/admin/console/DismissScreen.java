package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.DecisionForms.REASON;
import static io.tokeneconomy.servlet.admin.console.DecisionForms.SESSION;

import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.reconcile.ParkedPayments;
import io.tokeneconomy.reconcile.ParkedResult;
import java.util.List;
import java.util.Optional;

/** Takes a parked payment off the list: it was decided about elsewhere. */
final class DismissScreen implements Screen {

    private final ParkedPayments parked;
    private final DecisionForms forms;
    private final OperatorsLog log;

    DismissScreen(ParkedPayments parked, DecisionForms forms, OperatorsLog log) {
        this.parked = parked;
        this.forms = forms;
        this.log = log;
    }

    @Override
    public Answer show(Visit visit) {
        Fields fields = new Fields(visit.values());
        Optional<String> reason = fields.read(REASON, Reading::reason);
        if (!fields.good()) {
            return forms.dismissPage(visit, 422, fields);
        }
        return visit.confirmed() ? dismiss(visit, reason.orElseThrow(), fields) : review(visit);
    }

    private static Answer review(Visit visit) {
        return Review.page(
                visit,
                "dismiss",
                "Take the payment off the list?",
                List.of(
                        List.of("Checkout", visit.value(SESSION)),
                        List.of("Reason", visit.value(REASON)),
                        List.of(
                                "What happens",
                                "Neither tokens nor money move, now or by themselves later. For payments that were"
                                        + " credited or given back elsewhere.")),
                "Dismiss the payment",
                "parked",
                List.of(SESSION, REASON));
    }

    private Answer dismiss(Visit visit, String reason, Fields fields) {
        String session = visit.value(SESSION);
        log.recordAttempt(visit.operator(), "dismissal of parked " + session, reason, visit.key());
        ParkedResult result = parked.dismiss(session, new Audit(visit.operator(), reason));
        if (result instanceof ParkedResult.Dismissed) {
            return new Answer.Redirect("parked?dismissed=" + Figures.query(session));
        }
        fields.problem(REASON, DecisionForms.refusal(result));
        return forms.dismissPage(visit, 409, fields);
    }
}
