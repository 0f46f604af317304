package io.tokeneconomy.reconcile.engine;

import io.tokeneconomy.fulfilment.Fulfilment;
import io.tokeneconomy.ledger.store.LedgerStore;
import io.tokeneconomy.payment.PaymentGateway;
import io.tokeneconomy.reconcile.Reconciliation;
import io.tokeneconomy.reconcile.Report;
import io.tokeneconomy.reconcile.Window;
import java.util.concurrent.TimeUnit;

/** Reconciliation of one store with one provider. */
public final class ReconciliationEngine implements Reconciliation {

    private final LedgerStore store;
    private final PaymentGateway gateway;
    private final Fulfilment fulfilment;

    /**
     * @param store read only
     * @param gateway the provider
     * @param fulfilment decides what differs, and repairs it
     */
    public ReconciliationEngine(LedgerStore store, PaymentGateway gateway, Fulfilment fulfilment) {
        this.store = store;
        this.gateway = gateway;
        this.fulfilment = fulfilment;
    }

    @Override
    public Report check(Window window) {
        return finished(begin(window, false));
    }

    @Override
    public Report repair(Window window) {
        return finished(begin(window, true));
    }

    Run begin(Window window, boolean repairing) {
        Pace pace = new Pace(
                window.requestsPerSecond(), window.maxRequests(), System::nanoTime, TimeUnit.NANOSECONDS::sleep);
        return new Run(window, repairing, store, gateway, fulfilment, pace);
    }

    private static Report finished(Run run) {
        boolean more = true;
        while (more) {
            more = run.step();
        }
        return run.report();
    }
}
