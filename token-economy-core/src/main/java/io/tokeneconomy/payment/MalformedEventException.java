package io.tokeneconomy.payment;

/** A webhook call that the provider signed, but that is no event. */
public final class MalformedEventException extends PaymentException {

    private static final long serialVersionUID = 1L;

    /** @param message what is missing or wrong; nothing else of the payload */
    public MalformedEventException(String message) {
        super(Reason.MALFORMED_EVENT, message, null);
    }
}
