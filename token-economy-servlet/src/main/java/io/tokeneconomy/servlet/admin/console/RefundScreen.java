package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.DecisionForms.REASON;
import static io.tokeneconomy.servlet.admin.console.DecisionForms.SESSION;

import io.tokeneconomy.reconcile.ParkedPayments;
import io.tokeneconomy.reconcile.ParkedResult;
import java.util.List;
import java.util.Optional;

/** Gives a parked payment back, all of it and once. */
final class RefundScreen implements Screen {

    private final ParkedPayments parked;
    private final DecisionForms forms;
    private final OperatorsLog log;

    RefundScreen(ParkedPayments parked, DecisionForms forms, OperatorsLog log) {
        this.parked = parked;
        this.forms = forms;
        this.log = log;
    }

    @Override
    public Answer show(Visit visit) {
        Fields fields = new Fields(visit.values());
        Optional<String> reason = fields.read(REASON, Reading::reason);
        if (!fields.good()) {
            return forms.refundPage(visit, 422, fields);
        }
        return visit.confirmed() ? refund(visit, reason.orElseThrow(), fields) : review(visit);
    }

    private static Answer review(Visit visit) {
        return Review.page(
                visit,
                "refund",
                "Give the payment back?",
                List.of(
                        List.of("Checkout", visit.value(SESSION)),
                        List.of("Reason", visit.value(REASON)),
                        List.of(
                                "What happens",
                                "All that is left of it goes back to the payer. This cannot be undone.")),
                "Refund the payment",
                "parked",
                List.of(SESSION, REASON));
    }

    private Answer refund(Visit visit, String reason, Fields fields) {
        String session = visit.value(SESSION);
        log.recordAttempt(visit.operator(), "refund of parked " + session, reason, visit.key());
        ParkedResult result = parked.refund(session);
        if (result instanceof ParkedResult.Refunded) {
            return new Answer.Redirect("parked?refunded=" + Figures.query(session));
        }
        fields.problem(REASON, DecisionForms.refusal(result));
        return forms.refundPage(visit, 409, fields);
    }
}
