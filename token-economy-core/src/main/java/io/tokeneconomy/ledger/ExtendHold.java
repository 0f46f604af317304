package io.tokeneconomy.ledger;

import java.time.Duration;

/**
 * Gives an open hold another time to end, later or earlier.
 *
 * @param account whose hold
 * @param hold the key that placed the hold
 * @param timeout after which time, from this operation on, it gives its tokens back by itself, in whole milliseconds,
 *     at least one and at most {@link LedgerLimits#MAX_HOLD_TIME}
 * @param key the operation's permanent key
 * @param details what the host says about it
 */
public record ExtendHold(AccountId account, IdempotencyKey hold, Duration timeout, IdempotencyKey key, Details details)
        implements Operation {

    /** @throws io.tokeneconomy.error.InvalidValueException when the timeout is out of range */
    public ExtendHold {
        timeout = HoldTime.check(timeout);
    }

    /** {@return an extension without details} */
    public static ExtendHold of(AccountId account, IdempotencyKey hold, Duration timeout, IdempotencyKey key) {
        return new ExtendHold(account, hold, timeout, key, Details.NONE);
    }

    /** {@return this extension with other details} */
    public ExtendHold withDetails(Details newDetails) {
        return new ExtendHold(account, hold, timeout, key, newDetails);
    }
}
