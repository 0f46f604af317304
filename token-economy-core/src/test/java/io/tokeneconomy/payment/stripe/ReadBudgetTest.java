package io.tokeneconomy.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.RequestOptions;
import io.tokeneconomy.StripeRule;
import io.tokeneconomy.payment.stripe.StripeCalls.Timeouts;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Stripe waits for the answer to a webhook, so that all requests of a read share one budget. */
class ReadBudgetTest {

    private static final Duration BUDGET = Duration.ofMinutes(1);

    private final StripeCalls calls = new StripeCalls(new Timeouts(BUDGET, BUDGET, 0, BUDGET), pause -> {});

    @Test
    @StripeRule(24)
    void eachRequestHasWhatTheOthersLeft() {
        String seen = calls.readMany("reading", options -> {
            int first = readTimeout(options);
            passes(Duration.ofMillis(20));
            int second = readTimeout(options);
            assertThat(first).isLessThanOrEqualTo((int) BUDGET.toMillis() / 2);
            assertThat(second).isLessThan(first - 5);
            return "both";
        });
        assertThat(seen).isEqualTo("both");
    }

    private static int readTimeout(Supplier<RequestOptions> options) {
        return options.get().getReadTimeout();
    }

    private static void passes(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
