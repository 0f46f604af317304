package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.DecisionForms.REASON;
import static io.tokeneconomy.servlet.admin.console.DecisionForms.SESSION;

import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.reconcile.ParkedPayments;
import io.tokeneconomy.reconcile.ParkedResult;
import java.util.List;
import java.util.Optional;

/** Settles a parked payment without tokens; each attempt is recorded before it is made. */
final class SettlementScreen implements Screen {

    private final Settlement settlement;
    private final ParkedPayments parked;
    private final DecisionForms forms;
    private final OperatorsLog log;

    SettlementScreen(Settlement settlement, ParkedPayments parked, DecisionForms forms, OperatorsLog log) {
        this.settlement = settlement;
        this.parked = parked;
        this.forms = forms;
        this.log = log;
    }

    @Override
    public Answer show(Visit visit) {
        Fields fields = new Fields(visit.values());
        Optional<String> reason = fields.read(REASON, Reading::reason);
        if (!fields.good()) {
            return forms.settlementPage(settlement, visit, 422, fields);
        }
        return visit.confirmed() ? settle(visit, reason.orElseThrow(), fields) : review(visit);
    }

    private Answer review(Visit visit) {
        return Review.page(
                visit,
                settlement.place(),
                settlement.question(),
                List.of(
                        List.of("Checkout", visit.value(SESSION)),
                        List.of("Reason", visit.value(REASON)),
                        List.of("What happens", settlement.effect())),
                settlement.title() + " the payment",
                "parked",
                List.of(SESSION, REASON));
    }

    private Answer settle(Visit visit, String reason, Fields fields) {
        String session = visit.value(SESSION);
        log.recordAttempt(visit.operator(), settlement.noun() + " of parked " + session, reason, visit.key());
        ParkedResult result = settlement.decide(parked, session, new Audit(visit.operator(), reason));
        if (settlement.isDone(result)) {
            return new Answer.Redirect("parked?" + settlement.done() + "=" + Figures.query(session));
        }
        fields.problem(REASON, DecisionForms.refusal(result));
        return forms.settlementPage(settlement, visit, 409, fields);
    }
}
