package io.tokeneconomy.servlet.admin.console;

import static io.tokeneconomy.servlet.admin.console.CustomerForms.ADJUST_REASON;
import static io.tokeneconomy.servlet.admin.console.CustomerForms.CHANGE;

import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Adjustment;
import io.tokeneconomy.ledger.Audit;
import io.tokeneconomy.ledger.Balance;
import io.tokeneconomy.ledger.Ledger;
import io.tokeneconomy.ledger.LedgerLimits;
import io.tokeneconomy.ledger.Outcome;
import java.util.List;
import java.util.Optional;

/** Corrects a customer's balance. */
final class AdjustScreen implements Screen {

    private final Ledger ledger;
    private final CustomerScreen customer;

    AdjustScreen(Ledger ledger, CustomerScreen customer) {
        this.ledger = ledger;
        this.customer = customer;
    }

    @Override
    public Answer show(Visit visit) {
        Fields fields = new Fields(visit.values());
        AccountId account = AccountId.of(visit.value("account"));
        Optional<Adjustment> adjustment = read(visit, account, fields);
        if (adjustment.isEmpty()) {
            return customer.page(visit, 422, Fields.empty(), fields);
        }
        return visit.confirmed() ? book(visit, adjustment.get(), fields) : review(visit, adjustment.get());
    }

    private static Optional<Adjustment> read(Visit visit, AccountId account, Fields fields) {
        Optional<Long> change =
                fields.read(CHANGE, Reading.number(CHANGE, -LedgerLimits.MAX_AMOUNT, LedgerLimits.MAX_AMOUNT));
        Optional<String> reason = fields.read(ADJUST_REASON, Reading::reason);
        if (change.filter(amount -> amount == 0).isPresent()) {
            fields.problem(CHANGE, "allowed is anything but 0.");
        }
        if (!fields.good()) {
            return Optional.empty();
        }
        Audit audit = new Audit(visit.operator(), reason.orElseThrow());
        return Optional.of(new Adjustment(account, change.orElseThrow(), visit.key(), audit));
    }

    private Answer review(Visit visit, Adjustment adjustment) {
        Balance balance = ledger.balance(adjustment.account());
        return Review.page(
                visit,
                "adjust",
                "Correct the balance of " + adjustment.account() + " by " + Figures.change(adjustment.amount()) + "?",
                List.of(
                        List.of("Customer", adjustment.account()),
                        List.of("Change", Figures.change(adjustment.amount())),
                        List.of("Reason", adjustment.audit().reason()),
                        List.of("Available", Figures.number(balance.available())),
                        List.of(
                                "Balance",
                                Figures.number(balance.settled()) + " → "
                                        + Figures.number(balance.settled() + adjustment.amount()))),
                "Correct it",
                "customer?account=" + Figures.query(adjustment.account().value()),
                List.of("account", CHANGE, ADJUST_REASON));
    }

    private Answer book(Visit visit, Adjustment adjustment, Fields fields) {
        Outcome outcome = ledger.apply(adjustment);
        if (outcome instanceof Outcome.Refusal refusal) {
            fields.problem(CHANGE, "refused, " + refusal.reason() + ".");
            return customer.page(visit, 409, Fields.empty(), fields);
        }
        OperatorsLog.tell(
                visit.operator(),
                "adjusted " + adjustment.account() + " by " + adjustment.amount() + " tokens",
                adjustment.key());
        return Booked.redirect(adjustment.account(), adjustment.key());
    }
}
