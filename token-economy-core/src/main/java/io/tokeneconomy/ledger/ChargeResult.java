package io.tokeneconomy.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a charge.
 *
 * @param <T> what the work makes
 */
public sealed interface ChargeResult<T extends @Nullable Object> {

    /**
     * {@return what the work made, when it ran now and is paid for}
     *
     * @throws OperationRefusedException when it is {@link Refused} or {@link Underpaid}
     * @throws WorkNotRunException when it is {@link AlreadyCharged} or {@link InProgress}
     */
    default T orElseThrow() {
        if (this instanceof Charged<T> charged) {
            return charged.value();
        } else if (this instanceof Underpaid<T> underpaid) {
            throw new OperationRefusedException(underpaid.refusal());
        } else if (this instanceof Refused<T> refused) {
            throw new OperationRefusedException(refused.refusal());
        } else if (this instanceof InProgress<T> running) {
            throw new WorkNotRunException("it is in progress, at the latest until " + running.until(), true);
        }
        throw new WorkNotRunException("it was charged before", false);
    }

    /**
     * The work ran now, and its key is paid for.
     *
     * @param entry what took the tokens: a {@link EntryType#CAPTURE}, a {@link EntryType#SPEND} when the work was metered
     *     or outlasted its hold, a {@link EntryType#RELEASE} when it settled for 0. Another call's when the work of two
     *     calls overlapped, because the first outlasted its hold: the key is paid for once
     * @param value what the work made
     */
    record Charged<T extends @Nullable Object>(LedgerEntry entry, T value) implements ChargeResult<T> {}

    /**
     * The work ran now, but its tokens could not all be taken: it settled for more than was set aside, or outlasted its
     * hold, and the account's other tokens did not suffice. Whether to hand over what it made is the seller's choice.
     *
     * @param value what the work made
     * @param missing how many tokens could not be taken; of metered use rounded up
     * @param entry what took the others; null when nothing was taken, then the key is still free
     * @param refusal why
     */
    record Underpaid<T extends @Nullable Object>(
            T value, long missing, @Nullable LedgerEntry entry, Outcome.Refusal refusal) implements ChargeResult<T> {}

    /**
     * The key is paid for since before; the work did not run.
     *
     * @param entry what took the tokens then
     */
    record AlreadyCharged<T extends @Nullable Object>(LedgerEntry entry) implements ChargeResult<T> {}

    /**
     * The work of another call with this key is running, or its process died; this call's did not run.
     *
     * @param until when the other's tokens come back at the latest, unless it extends that time
     */
    record InProgress<T extends @Nullable Object>(Instant until) implements ChargeResult<T> {}

    /**
     * The tokens could not be set aside; the work did not run, nothing changed.
     *
     * @param refusal why
     */
    record Refused<T extends @Nullable Object>(Outcome.Refusal refusal) implements ChargeResult<T> {}
}
