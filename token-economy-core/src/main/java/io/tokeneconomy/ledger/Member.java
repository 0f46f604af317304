package io.tokeneconomy.ledger;

import io.tokeneconomy.error.InvalidValueException;
import io.tokeneconomy.internal.Checks;
import org.jspecify.annotations.Nullable;

/** The names of a shared account's members. */
final class Member {

    private Member() {}

    static void check(@Nullable String member) {
        if (member == null) {
            return;
        }
        Checks.text("member", member, LedgerLimits.MAX_ACCOUNT_ID);
        if (member.equals(SpendLimit.EACH_MEMBER)) {
            throw new InvalidValueException("member", member, "any name but " + SpendLimit.EACH_MEMBER);
        }
    }
}
