package io.tokeneconomy.servlet;

/** The pages for buyers, each of which a host may switch off. */
public enum Page {
    /** What is on sale: {@code /tokens/buy}. */
    BUY,
    /** What became of a payment, where the payment provider sends buyers to: {@code /tokens/success}. */
    SUCCESS,
    /** Where the payment provider sends buyers who turn back: {@code /tokens/cancel}. */
    CANCEL,
    /** The statement: {@code /tokens/history}. */
    HISTORY
}
