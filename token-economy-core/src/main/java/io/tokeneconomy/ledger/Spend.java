package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes tokens from an account's lots, in {@link Lot#BURN_ORDER}, and beyond them from its overdraft.
 *
 * @param account who pays
 * @param amount 1 to {@value LedgerLimits#MAX_AMOUNT} tokens
 * @param key the operation's permanent key
 * @param member who of a shared account's members spends; null when nobody says
 * @param details what the host says about it
 */
public record Spend(
        AccountId account,
        long amount,
        IdempotencyKey key,
        @Nullable String member,
        Details details) implements Operation {

    /** @throws io.tokeneconomy.error.InvalidValueException when the amount or the member's name is not allowed */
    public Spend {
        Checks.range("amount", amount, 1, LedgerLimits.MAX_AMOUNT);
        Member.check(member);
    }

    /** {@return a spend without details} */
    public static Spend of(AccountId account, long amount, IdempotencyKey key) {
        return new Spend(account, amount, key, null, Details.NONE);
    }

    /** {@return this spend by that member of a shared account} */
    public Spend by(String newMember) {
        return new Spend(account, amount, key, newMember, details);
    }

    /** {@return this spend with the host's own id of its cause} */
    public Spend withReference(String reference) {
        return withDetails(details.withReference(reference));
    }

    /** {@return this spend with a line for the statement} */
    public Spend withDescription(String description) {
        return withDetails(details.withDescription(description));
    }

    /** {@return this spend with metadata} */
    public Spend withMetadata(Map<String, String> metadata) {
        return withDetails(details.withMetadata(metadata));
    }

    /** {@return this spend with other details} */
    public Spend withDetails(Details newDetails) {
        return new Spend(account, amount, key, member, newDetails);
    }
}
