package io.tokeneconomy.payment.stripe;

import io.tokeneconomy.payment.PaymentException;
import org.jspecify.annotations.Nullable;

/** A failed call, with what only this room needs to know of it. */
final class StripeTrouble extends PaymentException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final boolean unknownId;

    StripeTrouble(Reason reason, String message, int status, boolean unknownId, @Nullable Throwable cause) {
        super(reason, message, cause);
        this.status = status;
        this.unknownId = unknownId;
    }

    /** Whether Stripe answered with a failure of its own, which it then repeats for the same idempotency key. */
    boolean savedByStripe() {
        return status >= 500;
    }

    /** Whether the key is right, but may not do this. */
    boolean forbidden() {
        return status == 403;
    }

    /** Whether Stripe says that there is nothing of the id in the address. */
    boolean unknownId() {
        return unknownId;
    }
}
