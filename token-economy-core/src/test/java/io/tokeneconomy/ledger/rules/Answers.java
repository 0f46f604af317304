package io.tokeneconomy.ledger.rules;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.ledger.Outcome;
import java.util.function.Supplier;

/** What came of an operation, a value that cannot be booked at all among it. */
public final class Answers {

    /** Stands for the exception, of which only the field is compared. */
    public record Invalid(String field) {}

    private Answers() {}

    /** {@return the outcome, or {@link Invalid}} */
    public static Object of(Supplier<Outcome> operation) {
        try {
            return operation.get();
        } catch (InvalidValueException e) {
            return new Invalid(e.field());
        }
    }

    /** {@return the answer in the words of {@link NaiveLedger}} */
    static String inWords(Object answer) {
        if (answer instanceof Invalid invalid) {
            return "Invalid " + invalid.field();
        } else if (answer instanceof Outcome.Insufficient few) {
            return "Insufficient " + few.available() + " of " + few.required();
        } else if (answer instanceof Outcome.ExceedsHold more) {
            return "ExceedsHold " + more.held() + " of " + more.required();
        } else if (answer instanceof Outcome.NotOpen not) {
            return "NotOpen " + not.status();
        } else if (answer instanceof Outcome.HoldsOpen open) {
            return "HoldsOpen " + open.holds();
        } else if (answer instanceof Outcome.LimitReached limit) {
            return "LimitReached " + limit.limit() + " " + limit.used() + " and " + limit.required();
        }
        return answer.getClass().getSimpleName();
    }
}
