package io.tokeneconomy.reconcile.engine;

import io.tokeneconomy.reconcile.Reconciliation;
import io.tokeneconomy.reconcile.Report;
import io.tokeneconomy.reconcile.Window;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repairs the last days again and again, a page each time it is called. Not thread-safe. */
public final class TrailingRepair implements BooleanSupplier {

    /** As long as Stripe tries to deliver a webhook (docs.stripe.com/webhooks). */
    public static final Duration LENGTH = Duration.ofDays(3);

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final ReconciliationEngine engine;
    private final InstantSource time;
    private @Nullable Run run;

    /**
     * @param engine reconciles
     * @param time where the window ends
     */
    public TrailingRepair(ReconciliationEngine engine, InstantSource time) {
        this.engine = engine;
        this.time = time;
    }

    /** {@return whether there is more to do in the window at hand} */
    @Override
    public boolean getAsBoolean() {
        Run current = run == null ? engine.begin(Window.before(time.instant(), LENGTH), true) : run;
        boolean more = current.step();
        run = more ? current : null;
        if (!more) {
            tell(current.report());
        }
        return more;
    }

    private static void tell(Report report) {
        if (report.trouble() != null) {
            LOG.error("❌ Reconciliation ended early\n{}", report.toText());
        } else if (report.found() > 0) {
            LOG.warn("🧾 Reconciliation found differences\n{}", report.toText());
        } else {
            LOG.info(
                    "🧾 Reconciliation: {} checkouts, no differences, {} parked",
                    report.counts().sessions(),
                    report.parked().size());
        }
    }
}
