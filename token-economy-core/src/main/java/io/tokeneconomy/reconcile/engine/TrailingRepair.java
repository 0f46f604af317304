package io.tokeneconomy.reconcile.engine;

import io.tokeneconomy.reconcile.Reconciliation;
import io.tokeneconomy.reconcile.Report;
import io.tokeneconomy.reconcile.Window;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repairs the last days again and again, a page each time it is called. Not thread-safe. */
public final class TrailingRepair implements BooleanSupplier {

    /** As long as Stripe tries to deliver a webhook (docs.stripe.com/webhooks). */
    public static final Duration LENGTH = Duration.ofDays(3);

    /** Most rows of a table in one line of the log. */
    private static final int ROWS = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final ReconciliationEngine engine;
    private final InstantSource time;
    private final UnaryOperator<Window> budget;
    private @Nullable Run run;

    /**
     * @param engine reconciles
     * @param time where the window ends
     */
    public TrailingRepair(ReconciliationEngine engine, InstantSource time) {
        this(engine, time, window -> window);
    }

    /** @param budget gives a window another budget */
    TrailingRepair(ReconciliationEngine engine, InstantSource time, UnaryOperator<Window> budget) {
        this.engine = engine;
        this.time = time;
        this.budget = budget;
    }

    /** {@return whether there is more to do in the window at hand} */
    @Override
    public boolean getAsBoolean() {
        Run current = run == null ? engine.begin(budget.apply(Window.before(time.instant(), LENGTH)), true) : run;
        run = current.step() ? current : afterwards(current.report());
        return run != null;
    }

    /** What a budget left is gone on with; what trouble left is looked at again with the next window. */
    private @Nullable Run afterwards(Report report) {
        tell(report);
        return report.trouble() != null
                ? null
                : report.rest().map(rest -> engine.begin(rest, true)).orElse(null);
    }

    private static void tell(Report report) {
        if (report.trouble() != null) {
            LOG.error("❌ Reconciliation ended early\n{}", report.toText(ROWS));
        } else if (report.found() > 0) {
            LOG.warn("🧾 Reconciliation found differences\n{}", report.toText(ROWS));
        } else {
            LOG.info(
                    "🧾 Reconciliation: {} checkouts, no differences{}, {} parked",
                    report.counts().sessions(),
                    report.resumeAfter() == null ? "" : " so far",
                    report.parked().size());
        }
    }
}
