package io.tokeneconomy.order;

/** Whether money is real. Nothing of one mode is ever credited, looked up or reused in the other. */
public enum PaymentMode {
    /** Real money. */
    LIVE,
    /** Stripe's test mode, or the sandbox. */
    TEST
}
