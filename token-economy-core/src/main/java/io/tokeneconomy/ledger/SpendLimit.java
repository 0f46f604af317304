package io.tokeneconomy.ledger;

import io.tokeneconomy.internal.Checks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many tokens may be spent in a period, from the time the limit is set. What is held counts as spent until it is
 * given back.
 *
 * @param member whose spending it limits: one member's of a shared account, {@value #EACH_MEMBER} for each member's of
 *     his own, null for the whole account's
 * @param period the period
 * @param tokens the most tokens
 */
public record SpendLimit(@Nullable String member, Period period, long tokens) {

    /** Stands for each member. No member may be called so. */
    public static final String EACH_MEMBER = "*";

    /** @throws io.tokeneconomy.error.InvalidValueException when the member's name or the number is not allowed */
    public SpendLimit {
        if (member != null) {
            Checks.text("member", member, LedgerLimits.MAX_ACCOUNT_ID);
        }
        Checks.range("tokens", tokens, 0, LedgerLimits.MAX_BALANCE);
    }

    /** {@return a limit for the whole account} */
    public static SpendLimit ofAccount(Period period, long tokens) {
        return new SpendLimit(null, period, tokens);
    }

    /** {@return a limit for each member of a shared account, each for himself} */
    public static SpendLimit ofEachMember(Period period, long tokens) {
        return new SpendLimit(EACH_MEMBER, period, tokens);
    }

    /** {@return a limit for one member of a shared account, besides the one for each member} */
    public static SpendLimit ofMember(String member, Period period, long tokens) {
        return new SpendLimit(member, period, tokens);
    }

    /** {@return whether it is for one member, whom it names} */
    public boolean namesMember() {
        return member != null && !member.equals(EACH_MEMBER);
    }

    /** {@return whose spending is counted when this member spends; empty when this limit does not concern him} */
    public Optional<Spender> counts(@Nullable String spender) {
        if (member == null) {
            return Optional.of(Spender.ACCOUNT);
        }
        boolean concerned = spender != null && (member.equals(EACH_MEMBER) || member.equals(spender));
        return concerned ? Optional.of(new Spender(spender)) : Optional.empty();
    }

    /**
     * Whose spending is counted.
     *
     * @param member a member's, or null for the whole account's
     */
    public record Spender(@Nullable String member) {

        /** The whole account. */
        public static final Spender ACCOUNT = new Spender(null);
    }
}
