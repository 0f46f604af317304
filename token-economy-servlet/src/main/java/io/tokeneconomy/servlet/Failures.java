package io.tokeneconomy.servlet;

import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.store.StoreException;
import io.tokeneconomy.payment.PaymentException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a failure means to the client; logs, once, what a person must know. Tells the client nothing of our insides. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(TokenEconomyFilter.class);

    private Failures() {}

    static Problem problem(String what, Throwable failure) {
        if (failure instanceof ProblemException expected) {
            return expected.problem();
        }
        if (failure instanceof TokenEconomyException trouble && trouble.retryable()) {
            // one line: while something is down, every request ends here
            LOG.warn("{} failed for now: {}", what, oneLine(trouble));
            LOG.debug("{} failed for now", what, trouble);
            return temporary(trouble);
        }
        LOG.error("{} failed", what, failure);
        return failure instanceof PaymentException
                ? Problem.of(ProblemCode.PAYMENTS_REFUSED, "The payment provider did not accept the request.")
                : Problem.of(ProblemCode.INTERNAL_ERROR, "Something went wrong on our side.");
    }

    private static String oneLine(TokenEconomyException trouble) {
        return String.valueOf(trouble.getMessage()).replaceAll("\\R", " ");
    }

    private static Problem temporary(TokenEconomyException trouble) {
        if (trouble instanceof StoreException) {
            return Problem.retryable(ProblemCode.STORE_UNAVAILABLE, "The store cannot be reached. Try again soon.");
        }
        if (trouble instanceof PaymentException) {
            return Problem.retryable(
                    ProblemCode.PAYMENTS_UNAVAILABLE, "The payment provider cannot be reached. Try again soon.");
        }
        return Problem.retryable(ProblemCode.RETRY_LATER, "Not possible yet. Try again soon.");
    }
}
