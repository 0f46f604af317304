package io.tokeneconomy.reconcile.engine;

import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.payment.PaymentException;
import io.tokeneconomy.payment.PaymentException.Reason;
import io.tokeneconomy.reconcile.Difference;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Looks at one thing so that it holds up no other: a failure of its own is told; one that may pass ends the run. */
final class OneByOne {

    private OneByOne() {}

    /**
     * @param look what may fail
     * @param unreadable tells a failure in these words
     * @throws TokenEconomyException when provider or store fail in a way that may pass
     */
    static Optional<Difference> look(Supplier<Optional<Difference>> look, Function<String, Difference> unreadable) {
        try {
            return look.get();
        } catch (TokenEconomyException e) {
            return Optional.of(unreadable.apply(message(e)));
        }
    }

    /** The failure in words; thrown again when it may pass. */
    static String message(TokenEconomyException e) {
        if (e.retryable() && !isUnreadable(e)) {
            throw e;
        }
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }

    /** To be asked again by whoever asked; a run would never get beyond it. */
    private static boolean isUnreadable(TokenEconomyException e) {
        return e instanceof PaymentException payment && payment.reason() == Reason.UNREADABLE;
    }
}
