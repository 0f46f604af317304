package io.tokeneconomy.pricing;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import io.tokeneconomy.ledger.AccountId;
import io.tokeneconomy.ledger.Details;
import io.tokeneconomy.ledger.IdempotencyKey;
import io.tokeneconomy.ledger.LedgerLimits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account's use of an operation that has a price.
 *
 * @param account who pays
 * @param operation the operation's name in the price list
 * @param quantity how many, or how many units, 1 to {@value LedgerLimits#MAX_AMOUNT}
 * @param key the use's permanent key
 * @param at at which time's price; null for now's
 * @param member who of a shared account's members it is; null when nobody says
 * @param details what the host says about it; {@code operation}, {@code quantity}, {@code price} and {@code price-from}
 *     are no names for its metadata
 */
public record Use(
        AccountId account,
        String operation,
        long quantity,
        IdempotencyKey key,
        @Nullable Instant at,
        @Nullable String member,
        Details details) {

    /** @throws InvalidValueException when a name, a number or a time is not allowed */
    public Use {
        OperationName.check(operation);
        Checks.range("quantity", quantity, 1, LedgerLimits.MAX_AMOUNT);
        at = at == null ? null : Checks.time("at", at);
        PriceTag.requireUntagged(details);
    }

    /** {@return a use at now's price, without details} */
    public static Use of(AccountId account, String operation, long quantity, IdempotencyKey key) {
        return new Use(account, operation, quantity, key, null, null, Details.NONE);
    }

    /** {@return this use at the price of that time, when its cause happened} */
    public Use at(Instant cause) {
        return new Use(account, operation, quantity, key, cause, member, details);
    }

    /** {@return this use by that member of a shared account} */
    public Use by(String newMember) {
        return new Use(account, operation, quantity, key, at, newMember, details);
    }

    /** {@return this use with other details} */
    public Use withDetails(Details newDetails) {
        return new Use(account, operation, quantity, key, at, member, newDetails);
    }
}
