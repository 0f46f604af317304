package io.tokeneconomy.topup;

import io.tokeneconomy.error.TokenEconomyException;

/** A top-up that could not be enabled, for those who expected that it could. */
public final class TopUpRefusedException extends TokenEconomyException {

    private static final long serialVersionUID = 1L;

    private final TopUpResult.Reason reason;

    TopUpRefusedException(TopUpResult.Refused refused) {
        super("The top-up was not enabled: " + refused.reason(), false, null);
        this.reason = refused.reason();
    }

    /** {@return why} */
    public TopUpResult.Reason reason() {
        return reason;
    }
}
