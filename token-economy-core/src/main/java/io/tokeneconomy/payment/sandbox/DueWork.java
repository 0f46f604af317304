package io.tokeneconomy.payment.sandbox;

import java.time.Instant;
import java.util.Optional;

/** Does what the passing of time does. Each thing is one atomic step. Thread-safe. */
final class DueWork {

    private final State state;
    private final Checkout checkout;
    private final RefundBook refunds;
    private final Renewals renewals;
    private final Cashier cashier;

    DueWork(State state, Checkout checkout, RefundBook refunds, Renewals renewals, Cashier cashier) {
        this.state = state;
        this.checkout = checkout;
        this.refunds = refunds;
        this.renewals = renewals;
        this.cashier = cashier;
    }

    /** Sessions expire, refunds of certain cards change, subscriptions renew, the earliest first. */
    void moveDue() {
        state.step(tx -> {
            checkout.expireDue(tx);
            refunds.moveDue(tx);
            return true;
        });
        Optional<Instant> due = state.step(renewals::due);
        while (due.isPresent()) {
            state.stepAt(due.get(), renewals::move);
            due = state.step(renewals::due);
        }
    }

    /** Payments by bank debit arrive, or not. By itself this runs in real time. */
    void settleDue() {
        state.step(Checkout::settling)
                .forEach(session -> cashier.settle(Json.requiredString(session, "id"), Checkout.settlesWell(session)));
    }
}
