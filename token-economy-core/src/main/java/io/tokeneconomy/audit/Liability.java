package io.tokeneconomy.audit;

import java.time.Instant;

/**
 * What is owed to all accounts together, in tokens. Tokens that have expired are not in it, booked or not.
 *
 * @param at when it was taken; accounts read later than others count as they were then
 * @param accounts accounts with entries
 * @param holders accounts with tokens, held ones included
 * @param debtors accounts that owe tokens
 * @param tokens all tokens and all debts
 * @param held how many of the tokens are set aside by open holds
 */
public record Liability(Instant at, long accounts, long holders, long debtors, TokenSum tokens, long held) {

    /** {@return tokens that could be spent now} */
    public long available() {
        return tokens.paid() + tokens.free() - held;
    }
}
