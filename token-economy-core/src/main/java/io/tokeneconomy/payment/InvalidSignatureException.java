package io.tokeneconomy.payment;

/** A webhook call that nobody can prove to come from the provider. Anyone can send these. */
public final class InvalidSignatureException extends PaymentException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong with the signature; nothing of the payload */
    public InvalidSignatureException(String message) {
        super(Reason.INVALID_SIGNATURE, message, null);
    }
}
