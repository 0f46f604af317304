package io.tokeneconomy.servlet.admin.console;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.error.TokenEconomyException;
import io.tokeneconomy.ledger.OperationRefusedException;
import io.tokeneconomy.payment.PaymentException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a failure means to an operator; logs what a person must know. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    private Failures() {}

    static Answer page(String place, RuntimeException failure) {
        if (failure instanceof WrongRequestException wrong) {
            return page(wrong.status(), "That did not work", wrong.text());
        }
        if (failure instanceof InvalidValueException refused) {
            return page(400, "That did not work", String.valueOf(refused.getMessage()));
        }
        if (failure instanceof OperationRefusedException refused) {
            String why = refused.outcome().reason();
            return page(409, "That did not work", "Nothing was done: " + why + ". Load the page again and repeat.");
        }
        if (failure instanceof TokenEconomyException trouble && trouble.retryable()) {
            LOG.warn(
                    "console {} failed for now: {}",
                    place,
                    String.valueOf(trouble.getMessage()).replaceAll("\\R", " "));
            return page(
                    503,
                    "Not now",
                    "The store or the payment provider cannot be reached. Repeat it: what was done already is not done twice.");
        }
        LOG.error("❌ console {} failed", place, failure);
        return failure instanceof PaymentException
                ? page(502, "The payment provider refuses", "The log says why.")
                : page(500, "Something went wrong", "The log says what.");
    }

    private static Answer page(int status, String title, String text) {
        return new Answer.Page(status, title, Parts.notice("bad", Parts.text(text)));
    }
}
