package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sets tokens aside for work whose cost is not final yet, in {@link Lot#BURN_ORDER}. A hold takes only tokens that are
 * there, never an overdraft.
 *
 * @param account who pays
 * @param amount 1 to {@value LedgerLimits#MAX_AMOUNT} tokens
 * @param key the operation's permanent key, and from then on the hold's name
 * @param timeout after which time the hold gives its tokens back by itself, in whole milliseconds, at least one and at
 *     most {@link LedgerLimits#MAX_HOLD_TIME}
 * @param member who of a shared account's members it is; null when nobody says
 * @param details what the host says about it
 */
public record PlaceHold(
        AccountId account,
        long amount,
        IdempotencyKey key,
        Duration timeout,
        @Nullable String member,
        Details details) implements Operation {

    /** @throws io.tokeneconomy.error.InvalidValueException when a number, the timeout or the member's name is not allowed */
    public PlaceHold {
        Checks.range("amount", amount, 1, LedgerLimits.MAX_AMOUNT);
        timeout = HoldTime.check(timeout);
        Member.check(member);
    }

    /** {@return a hold of {@link LedgerLimits#HOLD_TIME} without details} */
    public static PlaceHold of(AccountId account, long amount, IdempotencyKey key) {
        return of(account, amount, key, LedgerLimits.HOLD_TIME);
    }

    /** {@return a hold without details} */
    public static PlaceHold of(AccountId account, long amount, IdempotencyKey key, Duration timeout) {
        return new PlaceHold(account, amount, key, timeout, null, Details.NONE);
    }

    /** {@return this hold by that member of a shared account} */
    public PlaceHold by(String newMember) {
        return new PlaceHold(account, amount, key, timeout, newMember, details);
    }

    /** {@return this hold with other details} */
    public PlaceHold withDetails(Details newDetails) {
        return new PlaceHold(account, amount, key, timeout, member, newDetails);
    }
}
