package io.tokeneconomy.ledger;

/** Whether a lot's tokens were paid for; free tokens are spent before paid ones of the same expiry and priority. */
public enum Funding {
    /** Given away: trial, bonus, goodwill. */
    FREE,
    /** Bought with money. */
    PAID
}
