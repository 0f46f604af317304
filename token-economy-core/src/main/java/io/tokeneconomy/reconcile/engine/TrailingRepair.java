package io.tokeneconomy.reconcile.engine;

import io.tokeneconomy.reconcile.Reconciliation;
import io.tokeneconomy.reconcile.Report;
import io.tokeneconomy.reconcile.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repairs the last days again and again, a page each time it is called; once a day the last weeks, in which delayed money
 * came. Not thread-safe.
 */
public final class TrailingRepair implements BooleanSupplier {

    /** As long as Stripe tries to deliver a webhook (docs.stripe.com/webhooks). */
    public static final Duration LENGTH = Duration.ofDays(3);

    /** Bank debits and vouchers may take weeks from their checkout to their money. */
    static final Duration DEEP = Duration.ofDays(Window.MAX_DAYS);

    private static final Duration BETWEEN_DEEP_ONES = Duration.ofDays(1);

    /** Most rows of a table in one line of the log. */
    private static final int ROWS = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final ReconciliationEngine engine;
    private final InstantSource time;
    private final UnaryOperator<Window> budget;
    private @Nullable Run run;
    private Instant nextDeepOne = Instant.EPOCH;
    private boolean lastDaysFirst;

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
        Run current = run == null ? engine.begin(budget.apply(next(time.instant())), true) : run;
        run = current.step() ? current : afterwards(current.report());
        return run != null;
    }

    private Window next(Instant now) {
        boolean deep = !lastDaysFirst && !now.isBefore(nextDeepOne);
        return Window.before(now, deep ? DEEP : LENGTH);
    }

    /**
     * What a budget left is gone on with; what trouble left is looked at again with the next window. After trouble with the
     * last weeks that is the last days': whatever lies there and breaks every look must not keep them from being repaired.
     */
    private @Nullable Run afterwards(Report report) {
        tell(report);
        Window window = report.window();
        boolean deep = Duration.between(window.from(), window.to()).equals(DEEP);
        lastDaysFirst = deep && report.trouble() != null;
        if (report.trouble() != null) {
            return null;
        }
        Optional<Window> rest = report.rest();
        if (rest.isEmpty() && deep) {
            nextDeepOne = window.to().plus(BETWEEN_DEEP_ONES);
        }
        return rest.map(left -> engine.begin(left, true)).orElse(null);
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
