package io.tokeneconomy.ledger.engine;

import io.tokeneconomy.ledger.Charge;
import io.tokeneconomy.ledger.ChargeContext;
import io.tokeneconomy.ledger.ChargeResult;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A charge on a thread of its own that stops within its work, and moves on when it is told to. */
final class ChargeCall {

    /** The work's own failure. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Charge charge;
    private final SynchronousQueue<Optional<Consumer<ChargeContext>>> orders = new SynchronousQueue<>();
    private final SynchronousQueue<Boolean> turns = new SynchronousQueue<>();
    private final AtomicBoolean worked = new AtomicBoolean();
    private final Future<ChargeResult<String>> result;
    private boolean over;

    /** Starts it, and waits until it is within its work or over. */
    ChargeCall(ExecutorService threads, Charging charging, Charge charge) {
        this.charge = charge;
        Callable<ChargeResult<String>> whole = () -> {
            try {
                return charging.charge(charge, this::work);
            } finally {
                turns.put(true);
            }
        };
        this.result = threads.submit(whole);
        await();
    }

    Charge charge() {
        return charge;
    }

    /** Whether the work was run. */
    boolean worked() {
        return worked.get();
    }

    boolean isOver() {
        return over;
    }

    /** Does something within the work. */
    void order(Consumer<ChargeContext> order) {
        hand(Optional.of(order));
        await();
    }

    /** Lets the work return. */
    void finish() {
        hand(Optional.empty());
        await();
    }

    /** What came of it; null when it threw. */
    @Nullable
    ChargeResult<String> result() {
        try {
            return result.get();
        } catch (ExecutionException e) {
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String work(ChargeContext context) {
        worked.set(true);
        try {
            for (turns.put(false); ; turns.put(false)) {
                Optional<Consumer<ChargeContext>> order = orders.take();
                if (order.isEmpty()) {
                    return "made";
                }
                order.get().accept(context);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hand(Optional<Consumer<ChargeContext>> order) {
        try {
            orders.put(order);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await() {
        try {
            over = turns.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
