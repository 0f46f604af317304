package io.tokeneconomy.ledger;

import io.tokeneconomy.error.TokenEconomyException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A {@linkplain Ledger#apply(List) bulk} in which not every operation got an outcome: the store failed on the way, or an
 * operation cannot be decided. It says of each operation what became of it, so nothing that stands is lost.
 *
 * <p>Asking for the whole list again is always safe: what stands is {@link Outcome.Replayed}, everything else is decided
 * anew, in the order of the list. An operation that was refused may be booked then.
 *
 * <p>It is {@link #retryable()} when every operation without an outcome may succeed later. The cause is the first
 * failure.
 */
public final class BulkIncompleteException extends TokenEconomyException {

    private static final long serialVersionUID = 1L;

    private final transient List<Result> results;

    /** What became of one operation. */
    public sealed interface Result {

        /**
         * It has its outcome: booked, replayed or refused.
         *
         * @param outcome the outcome
         */
        record Known(Outcome outcome) implements Result {}

        /**
         * Nothing was booked for it, or it was not tried any more.
         *
         * @param cause why
         */
        record NotBooked(RuntimeException cause) implements Result {}

        /**
         * Its commit was not confirmed: it may stand. Asking again under its key tells.
         *
         * @param cause why
         */
        record Unknown(RuntimeException cause) implements Result {}
    }

    private BulkIncompleteException(List<Result> results) {
        super(message(results), failures(results).allMatch(BulkIncompleteException::mayPass), first(results));
        this.results = List.copyOf(results);
    }

    /**
     * {@return the outcomes, when each is known}
     *
     * @param results what became of each operation, in the order of the list
     * @throws BulkIncompleteException when one is not
     */
    public static List<Outcome> requireComplete(List<Result> results) {
        List<Outcome> outcomes = results.stream()
                .flatMap(result -> result instanceof Result.Known known ? Stream.of(known.outcome()) : Stream.empty())
                .toList();
        if (outcomes.size() < results.size()) {
            throw new BulkIncompleteException(results);
        }
        return outcomes;
    }

    /** {@return what became of each operation, in the order of the list} */
    public List<Result> results() {
        return results;
    }

    private static String message(List<Result> results) {
        return failures(results).count() + " of " + results.size() + " operations have no outcome, "
                + results.stream().filter(Result.Unknown.class::isInstance).count() + " of them may stand: "
                + first(results).getMessage();
    }

    private static RuntimeException first(List<Result> results) {
        return failures(results).findFirst().orElseThrow();
    }

    private static Stream<RuntimeException> failures(List<Result> results) {
        return results.stream().flatMap(BulkIncompleteException::failure);
    }

    private static Stream<RuntimeException> failure(Result result) {
        if (result instanceof Result.NotBooked failed) {
            return Stream.of(failed.cause());
        }
        return result instanceof Result.Unknown unknown ? Stream.of(unknown.cause()) : Stream.empty();
    }

    private static boolean mayPass(RuntimeException failure) {
        return failure instanceof TokenEconomyException trouble && trouble.retryable();
    }
}
