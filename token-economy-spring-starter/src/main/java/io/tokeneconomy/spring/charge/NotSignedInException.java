package io.tokeneconomy.spring.charge;

/**
 * A method with {@link ChargeTokens} was called by nobody, and its annotation names no account. Nothing ran and nothing was
 * charged. A controller's caller gets {@code 401} with a problem detail.
 */
public final class NotSignedInException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NotSignedInException(String problem) {
        super(problem);
    }
}
