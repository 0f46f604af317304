package io.tokeneconomy.payment.stripe;

import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls Stripe, waits and tries again where that is right, and turns every failure into ours.
 *
 * <p>Creating: Stripe's library retries lost connections, 409 and 5xx with the same idempotency key; we retry 429,
 * which it does not. Reading: happens while Stripe waits for the answer to a webhook, so all attempts share one
 * budget.
 */
final class StripeCalls {

    private static final Logger log = LoggerFactory.getLogger(StripeCalls.class);
    private static final long PAUSE_MILLIS = 400;
    private static final Duration WORTH_A_TRY = Duration.ofMillis(500);

    private final Timeouts timeouts;
    private final Pause pause;

    StripeCalls(Timeouts timeouts, Pause pause) {
        this.timeouts = timeouts;
        this.pause = pause;
    }

    /**
     * How long to wait and how often to retry.
     *
     * @param connect for a connection
     * @param read for an answer
     * @param retries after the first attempt
     * @param readBudget for all attempts of a read together
     */
    record Timeouts(Duration connect, Duration read, int retries, Duration readBudget) {}

    /** One request through Stripe's library. */
    @FunctionalInterface
    interface Call<T> {
        T make(RequestOptions options) throws StripeException;
    }

    /** Several requests, each with options of its own. */
    @FunctionalInterface
    interface Calls<T> {
        T make(Supplier<RequestOptions> options) throws StripeException;
    }

    /** Waits between two attempts. */
    @FunctionalInterface
    interface Pause {
        void millis(long millis) throws InterruptedException;
    }

    /** A request that may be sent twice only because of its idempotency key. */
    <T> T create(String what, String idempotencyKey, Call<T> call) {
        RequestOptions options =
                RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
        return attempt(what, () -> options, call, (failure, wait) -> failure.reason() == Reason.RATE_LIMITED);
    }

    /** A request that changes nothing. */
    <T> T read(String what, Call<T> call) {
        return readMany(what, options -> call.make(options.get()));
    }

    /** Requests that change nothing and share one budget: each has what the others left. */
    <T> T readMany(String what, Calls<T> calls) {
        long start = System.nanoTime();
        Supplier<Duration> left = () -> timeouts.readBudget().minusNanos(System.nanoTime() - start);
        Supplier<RequestOptions> options = () -> within(left.get());
        return attempt(
                what,
                options,
                first -> calls.make(options),
                (failure, wait) -> failure.retryable() && left.get().minus(wait).compareTo(WORTH_A_TRY) > 0);
    }

    /** A list, for which nobody waits: no budget beyond the time-outs, which go for each attempt. */
    <T> T list(String what, Call<T> call) {
        RequestOptions options =
                RequestOptions.builder().setMaxNetworkRetries(0).build();
        return attempt(what, () -> options, call, (failure, wait) -> failure.retryable());
    }

    private RequestOptions within(Duration left) {
        Duration half = left.dividedBy(2);
        return RequestOptions.builder()
                .setConnectTimeout(millis(shorter(timeouts.connect(), half)))
                .setReadTimeout(millis(shorter(timeouts.read(), half)))
                .setMaxNetworkRetries(0)
                .build();
    }

    private <T> T attempt(
            String what,
            Supplier<RequestOptions> options,
            Call<T> call,
            BiPredicate<PaymentException, Duration> worthwhile) {
        for (int retry = 0; ; retry++) {
            StripeTrouble failure;
            try {
                return call.make(options.get());
            } catch (StripeException e) {
                failure = StripeErrors.of(what, e);
            } catch (RuntimeException e) {
                failure = StripeErrors.unreadable(what, e);
            }
            Duration wait = backoff(retry);
            if (retry >= timeouts.retries() || !worthwhile.test(failure, wait)) {
                throw failure;
            }
            log.debug("{}; trying again in {}", failure.getMessage(), wait);
            sleep(wait, failure);
        }
    }

    private void sleep(Duration wait, StripeTrouble failure) {
        try {
            pause.millis(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    /** Doubles; the jitter keeps those who failed together from coming back together. */
    private static Duration backoff(int retry) {
        long millis = PAUSE_MILLIS << retry;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Zero would mean for ever. */
    private static int millis(Duration duration) {
        return (int) Math.max(1, duration.toMillis());
    }
}
