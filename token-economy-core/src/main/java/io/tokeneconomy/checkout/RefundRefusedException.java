package io.tokeneconomy.checkout;

import io.tokeneconomy.error.TokenEconomyException;

/** A refund that is not to be had. */
public final class RefundRefusedException extends TokenEconomyException {

    private static final long serialVersionUID = 1L;

    private final transient RefundResult.Refused refused;

    /** @param refused why */
    public RefundRefusedException(RefundResult.Refused refused) {
        super(
                "No refund: " + refused.reason() + ", " + refused.leftMinor() + " of the smallest unit are left",
                false,
                null);
        this.refused = refused;
    }

    /** {@return why} */
    public RefundResult.Refused refused() {
        return refused;
    }
}
